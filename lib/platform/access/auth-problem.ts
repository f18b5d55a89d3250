import { Problem, type ProblemCode } from "#lib/platform/problem/index";

const codes: Record<number, ProblemCode> = {
  400: "invalid_body",
  401: "credentials_invalid",
  403: "forbidden",
  404: "not_found",
  422: "invalid_body",
  429: "too_many_attempts",
};

/** What better-auth refused, in the form of our own refusals. */
export async function authProblem(answer: Response): Promise<Problem> {
  const said = (await answer.json().catch(() => null)) as { message?: unknown } | null;
  const words = typeof said?.message === "string" ? said.message : "This cannot be done here.";
  const retryAfterSeconds = Number(answer.headers.get("x-retry-after")) || undefined;
  return new Problem(codes[answer.status] ?? "internal_error", words, {
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  });
}
