import { env } from "../env.ts";

const HTTPS = "https";

/** A host as browsers send it, with or without a port. Anything else in a Host header is never echoed. */
const HOST_PATTERN = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The origin of this installation as the sender of this request sees it: PUBLIC_URL if set, otherwise the request's
 * host. The single definition for setup, sign-in, snippets, documents and the check of where a write comes from.
 *
 * The listener has already resolved `host` and `x-forwarded-proto` (name-address.ts). An unlisted proxy leaves no
 * scheme; then the scheme of the browser's Origin is used if it names this host.
 */
export function ownOrigin(headers: Headers): string {
  return env().PUBLIC_URL ?? requestOrigin(headers);
}

/** All origins that count as this installation's own for this request. */
export function ownOrigins(headers: Headers): string[] {
  const { PUBLIC_URL } = env();
  return [...(PUBLIC_URL ? [PUBLIC_URL] : []), ...possibleOrigins(headers)];
}

/** Whether this origin is one of this installation's own. */
export const isOwnOrigin = (headers: Headers, origin: string): boolean =>
  ownOrigins(headers).includes(origin);

/**
 * Whether this request uses https cookies, according to its own page, a trusted proxy or PUBLIC_URL. Null if unknown,
 * as for a page opened through an unlisted proxy.
 */
export function isHttps(headers: Headers): boolean | null {
  const page = headers.get("origin");
  if (page && isOwnOrigin(headers, page)) return page.startsWith("https:");
  const { PUBLIC_URL } = env();
  const isPublic = PUBLIC_URL?.startsWith("https:") && possibleOrigins(headers).includes(PUBLIC_URL);
  return isPublic || isForwardedHttps(headers) ? true : null;
}

function requestOrigin(headers: Headers): string {
  const possible = possibleOrigins(headers);
  const pages = [headers.get("origin"), originOf(headers.get("referer"))];
  return possible.find((origin) => pages.includes(origin)) ?? possible[0] ?? "http://localhost";
}

/**
 * The likeliest first. Behind TLS only https counts. Without a trusted proxy, an https page on this very host may also
 * be the reader's own: only the owner of the host's certificate can serve one.
 */
function possibleOrigins(headers: Headers): string[] {
  const host = headers.get("host") ?? "";
  if (!HOST_PATTERN.test(host)) return [];
  const schemes = isForwardedHttps(headers) ? [HTTPS] : ["http", HTTPS];
  return schemes.map((scheme) => originOf(`${scheme}://${host}`)).filter((origin) => origin !== null);
}

const isForwardedHttps = (headers: Headers): boolean => headers.get("x-forwarded-proto") === HTTPS;

function originOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).origin : null;
}

/** Whether a string is a valid Host header. */
export const isHost = (text: string): boolean => HOST_PATTERN.test(text) && URL.canParse(`http://${text}`);
