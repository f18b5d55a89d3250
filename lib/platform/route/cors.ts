import { liveOrigins } from "#lib/platform/access/live-origins";
import { originAllowed } from "#lib/platform/access/origins";

const ALLOWED_HEADERS = "authorization, content-type, idempotency-key, x-feedback-token";

/** How long a browser may remember a preflight's answer, in seconds. */
const MAX_AGE = 600;

/**
 * The OPTIONS handler of a route that browsers call: a preflight carries no key, so it is answered for any origin that
 * some living publishable key lists; the request itself is then held against its own key's list.
 */
export function preflight(methods: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const origin = request.headers.get("origin") ?? "";
    const headers = new Headers(corsHeaders(origin));
    if (originAllowed(origin, await origins())) {
      headers.set("access-control-allow-methods", methods);
      headers.set("access-control-allow-headers", ALLOWED_HEADERS);
      headers.set("access-control-max-age", String(MAX_AGE));
    } else headers.delete("access-control-allow-origin");
    return new Response(null, { status: 204, headers });
  };
}

/** The headers that let the page which sent a request read the answer; none where no living key lists its origin. */
export async function readingHeaders(request: Request, originFits: boolean): Promise<Record<string, string>> {
  const origin = request.headers.get("origin");
  if (!origin || !originFits) return {};
  return originAllowed(origin, await origins()) ? corsHeaders(origin) : {};
}

/** None while the database is away: the page is refused then, and tries again. */
const origins = (): Promise<string[]> => liveOrigins().catch(() => []);

const corsHeaders = (origin: string): Record<string, string> => ({
  "access-control-allow-origin": origin,
  "access-control-expose-headers":
    "ratelimit-limit, ratelimit-policy, ratelimit-remaining, ratelimit-reset, retry-after, x-request-id, x-problem-code",
  vary: "origin",
});
