import type { IncomingMessage } from "node:http";
import { clientAddress } from "#lib/platform/access/client-address";

const FORWARDED_FOR = "x-forwarded-for";

/**
 * Puts the client's address, alone, where sign-in attempts and writes are counted by: into the headers as they are looked
 * up, and as they came, which is what a web-standard Request is made of. What the client wrote itself is in neither.
 */
export function nameClient(request: IncomingMessage, trustedProxies: readonly string[]): void {
  const given = request.headers[FORWARDED_FOR];
  const address = clientAddress(given?.toString(), request.socket.remoteAddress, trustedProxies);
  request.headers[FORWARDED_FOR] = address;
  if (given !== undefined) {
    request.rawHeaders = request.rawHeaders.filter(
      (_, index, all) => all[index - (index % 2)]?.toLowerCase() !== FORWARDED_FOR,
    );
  }
  request.rawHeaders.push(FORWARDED_FOR, address);
}
