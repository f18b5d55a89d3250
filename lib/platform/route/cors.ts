const ALLOWED_HEADERS = "authorization, content-type, idempotency-key, x-device-id, x-feedback-token";

/** How long a browser may cache a preflight, in seconds. */
const MAX_AGE = 600;

/**
 * The OPTIONS handler of a route that browsers call. A preflight has no key, so it is allowed for any origin. The
 * request itself is checked against the key's list, so that a page that is not on it can read the error.
 */
export function preflight(methods: string): (request: Request) => Promise<Response> {
  return async (request) =>
    new Response(null, { status: 204, headers: preflightHeaders(request.headers.get("origin"), methods) });
}

/** The headers of a preflight response. */
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
 * The headers that let the requesting page read the response. If a publishable key is not allowed for that page, the
 * response is only a problem; the browser's own credentials are never included.
 * @param origin the request's Origin; without one there are no headers.
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
