import type { ServerResponse } from "node:http";
import { env } from "#lib/platform/env.ts";

/** Two years, as browsers' preload lists ask for, in seconds. */
const HSTS_AGE = 63_072_000;

let known: Record<string, string> | undefined;

/** What every answer carries, whatever it is of. */
export function baseHeaders(): Record<string, string> {
  known ??= {
    "x-content-type-options": "nosniff",
    // Pages have a policy of their own (page-policy.ts); whatever else is opened as one may do nothing.
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "strict-origin-when-cross-origin",
    // Whoever came once over https is not led back to http by anybody in between.
    ...(env().PUBLIC_URL?.startsWith("https:") ? { "strict-transport-security": `max-age=${HSTS_AGE}` } : {}),
  };
  return known;
}

/** Gives an answer the headers that every answer carries. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(baseHeaders())) response.setHeader(name, value);
}
