import type { IncomingMessage } from "node:http";

/**
 * Sets or removes a request header, both among the parsed headers and the raw ones, which web-standard
 * Requests are created from.
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
