import type { IncomingMessage } from "node:http";

/**
 * Gives a request's header one value, or none: among the headers as they are looked up, and as they came, which is what a
 * web-standard Request is made of.
 */
export function setHeader(request: IncomingMessage, name: string, value: string | undefined): void {
  if (request.headers[name] !== undefined) {
    delete request.headers[name];
    request.rawHeaders = request.rawHeaders.filter(
      (_, index, all) => all[index - (index % 2)]?.toLowerCase() !== name,
    );
  }
  if (value === undefined) return;
  request.headers[name] = value;
  request.rawHeaders.push(name, value);
}
