import { env } from "../env.ts";

const HTTPS = "https";

/** A host as browsers write it, with or without a port. Anything else in a Host header is not repeated to anybody. */
const HOST_PATTERN = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The origin at which whoever sent this request sees this installation: PUBLIC_URL where it is set, else the request's
 * own host. The one definition for set-up, sign-in, snippets, documents and the check of where a write comes from.
 *
 * The listener has put the host and the scheme that count into `host` and `x-forwarded-proto` (name-address.ts); a proxy
 * that nobody listed leaves no scheme, and then the browser's own word for its page is taken, if it names this host.
 */
export function ownOrigin(headers: Headers): string {
  return env().PUBLIC_URL ?? requestOrigin(headers);
}

/** Every origin whose pages are this installation's own, as this request reached it. */
export function ownOrigins(headers: Headers): string[] {
  const { PUBLIC_URL } = env();
  return [...(PUBLIC_URL ? [PUBLIC_URL] : []), ...possibleOrigins(headers)];
}

/** Whether a page of this origin is one of this installation's own. */
export const isOwnOrigin = (headers: Headers, origin: string): boolean =>
  ownOrigins(headers).includes(origin);

/**
 * Whether this request's cookies are those of https: known from its own page, from a trusted proxy or from PUBLIC_URL;
 * null where nothing tells, as for a page that is opened through a proxy that nobody listed.
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
 * The likeliest first. Behind TLS only https counts. Without a word of a trusted proxy a page of https on this very host
 * may be the reader's own, too: only who has the host's certificate can make one.
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

/** Whether a text may stand in a Host header of ours. */
export const isHost = (text: string): boolean => HOST_PATTERN.test(text) && URL.canParse(`http://${text}`);
