import { log } from "#lib/platform/log";
import { databaseAway, isDatabaseAway, Problem } from "#lib/platform/problem/index";

/** The answer to whatever a route threw. A fault of ours is logged whole and told of by its request id alone. */
export function problemResponse(error: unknown, instance: string, requestId: string): Response {
  const problem = toProblem(error, requestId);
  const headers = new Headers({
    ...problem.extras.headers,
    "content-type": "application/problem+json",
    "x-problem-code": problem.code,
  });
  if (problem.extras.retryAfterSeconds) headers.set("retry-after", String(problem.extras.retryAfterSeconds));
  if (problem.status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(problem.toJson(instance, requestId)), {
    status: problem.status,
    headers,
  });
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) {
    log().warn({ err: error, requestId }, "the database is away");
    return databaseAway();
  }
  log().error({ err: error, requestId }, "a route failed");
  return new Problem(
    "internal_error",
    `Nothing is known to be wrong with the request. Quote request ${requestId} when you report this.`,
  );
}
