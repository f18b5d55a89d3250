import type { IncomingMessage } from "node:http";
import { clientAddress } from "#lib/platform/rate-limit/client-address.ts";
import { setHeader } from "./set-header.ts";

const FORWARDED_FOR = "x-forwarded-for";

/**
 * Sets the header by which sign-in attempts and writes are counted to the client's address, replacing what
 * the client sent.
 */
export function nameClient(request: IncomingMessage, trustedProxies: readonly string[]): void {
  const given = request.headers[FORWARDED_FOR]?.toString();
  setHeader(request, FORWARDED_FOR, clientAddress(given, request.socket.remoteAddress, trustedProxies));
}
