import type { IncomingMessage } from "node:http";
import { isHost } from "#lib/platform/auth/own-origin.ts";
import { isTrustedProxy } from "#lib/platform/rate-limit/client-address.ts";
import { setHeader } from "./set-header.ts";

/** Headers in which proxies pass on the requested URL. */
const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];

/** Headers that indicate a proxy. */
const PROXY_HEADERS = ["x-forwarded-for", ...FORWARDED];

/**
 * Sets `host` to the host that the client requested, and `x-forwarded-proto` to https if a trusted proxy says
 * so. Removes all other headers about the requested URL, whoever sent them.
 * @param onUnlisted called with the address of a client that sends a proxy's headers but is not trusted.
 */
export function nameAddress(
  request: IncomingMessage,
  trustedProxies: readonly string[],
  onUnlisted: (address: string) => void,
): void {
  const { remoteAddress } = request.socket;
  const isProxied = isTrustedProxy(remoteAddress, trustedProxies);
  if (!isProxied && remoteAddress && PROXY_HEADERS.some((name) => request.headers[name] !== undefined))
    onUnlisted(remoteAddress);
  const [host, scheme] = FORWARDED.map((name) => (isProxied ? firstValue(request, name) : undefined));
  for (const name of FORWARDED) setHeader(request, name, undefined);
  if (host && isHost(host)) setHeader(request, "host", host);
  if (scheme?.toLowerCase() === "https") setHeader(request, "x-forwarded-proto", "https");
}

/** Each proxy in a chain may have added its own; the first is what the client requested. */
const firstValue = (request: IncomingMessage, name: string): string | undefined =>
  request.headers[name]?.toString().split(",")[0]?.trim();
