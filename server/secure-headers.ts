import type { ServerResponse } from "node:http";
import { env } from "#lib/platform/env.ts";

/** Two years, as required by browsers' preload lists, in seconds. */
const HSTS_AGE = 63_072_000;

let known: Record<string, string> | undefined;

/** The headers of every response. */
export function baseHeaders(): Record<string, string> {
  known ??= {
    "x-content-type-options": "nosniff",
    // Pages have a policy of their own (page-policy.ts); anything else that is opened as a page can do
    // nothing.
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "strict-origin-when-cross-origin",
    // Keeps browsers that have used https from being redirected to http by a man in the middle.
    ...(env().PUBLIC_URL?.startsWith("https:") ? { "strict-transport-security": `max-age=${HSTS_AGE}` } : {}),
  };
  return known;
}

/** Sets the headers that every response has. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(baseHeaders())) response.setHeader(name, value);
}
