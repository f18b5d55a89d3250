import { log } from "#lib/platform/log.ts";
import { databaseAway, databaseFault, Problem } from "#lib/platform/problem/index.ts";
import { type Answer, jsonAnswer } from "./answer.ts";

/** The response for anything a route threw. Internal errors are logged in full; the client only gets the request id. */
export function problemAnswer(error: unknown, instance: string, requestId: string): Answer {
  const problem = toProblem(error, requestId);
  const { headers, retryAfterSeconds } = problem.extras;
  return jsonAnswer(problem.status, problem.toJson(instance, requestId), {
    ...headers,
    "content-type": "application/problem+json",
    "x-problem-code": problem.code,
    ...(retryAfterSeconds ? { "retry-after": String(retryAfterSeconds) } : {}),
    ...(problem.status === 401 ? { "www-authenticate": "Bearer" } : {}),
  });
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const fault = databaseFault(error);
  if (fault) {
    log().warn({ err: error, requestId }, fault.words);
    return databaseAway(fault.words);
  }
  log().error({ err: error, requestId }, "request failed");
  return new Problem(
    "internal_error",
    `Something went wrong on the server. Include the request ID ${requestId} when you report this.`,
  );
}
