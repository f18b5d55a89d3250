import { Problem, type ProblemCode } from "../problem/index.ts";

const codes: Record<number, ProblemCode> = {
  400: "invalid_body",
  401: "credentials_invalid",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "body_too_large",
  415: "media_type_not_taken",
  422: "invalid_body",
  429: "too_many_attempts",
};

/**
 * An error of better-auth as one of our problems, with its own status.
 * @throws Error if better-auth itself failed: that is an internal error.
 */
export async function authProblem(answer: Response): Promise<Problem> {
  const { status } = answer;
  if (status >= 500) throw new Error(`better-auth answered ${status}: ${await answer.text()}`);
  const said = (await answer.json().catch(() => null)) as { message?: unknown } | null;
  const words = typeof said?.message === "string" ? said.message : "Request refused.";
  const retryAfterSeconds = Number(answer.headers.get("x-retry-after")) || undefined;
  return new Problem(codes[status] ?? "refused", words, {
    status,
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
}
