const ALLOWED_HEADERS = "authorization, content-type, idempotency-key, x-device-id, x-feedback-token";

/** How long a browser may remember a preflight's answer, in seconds. */
const MAX_AGE = 600;

/**
 * The OPTIONS handler of a route that browsers call. A preflight carries no key, so it is answered for any origin: the
 * request itself is held against its key's list, and the page reads in words that it is not on it.
 */
export function preflight(methods: string): (request: Request) => Promise<Response> {
  return async (request) =>
    new Response(null, { status: 204, headers: preflightHeaders(request.headers.get("origin"), methods) });
}

/** The headers that answer a preflight. */
export const preflightHeaders = (
  origin: string | null | undefined,
  methods: string,
): Record<string, string> => ({
  ...readingHeaders(origin),
  "access-control-allow-methods": methods,
  "access-control-allow-headers": ALLOWED_HEADERS,
  "access-control-max-age": String(MAX_AGE),
});

/**
 * The headers that let the page which sent a request read the answer. What a publishable key may not do from that page
 * is a problem, which says so and nothing else; credentials of the browser's own are never sent along.
 * @param origin as the request has it; without one nobody reads.
 */
export function readingHeaders(origin: string | null | undefined): Record<string, string> {
  if (!origin) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-expose-headers":
      "ratelimit-budget, ratelimit-limit, ratelimit-policy, ratelimit-remaining, ratelimit-reset, retry-after, x-request-id, x-problem-code",
    vary: "origin",
  };
}
