import { databaseAway, Problem, type ProblemBody, type ProblemCode } from "#lib/platform/problem/index.ts";
import type { RouteContract } from "./route.ts";

/** A refusal of each status, in the words that routes use. */
const samples: Record<number, [code: ProblemCode, detail: string]> = {
  400: ["invalid_query", "days: must be 1 or more"],
  401: ["credentials_missing", "Send the API key as “Authorization: Bearer sk_…” (or pk_…)."],
  403: ["key_kind_not_allowed", "A publishable key may not do this; it takes a secret key."],
  404: ["not_found", "There is no interaction “int_1”."],
  409: ["request_under_way", "A request with this Idempotency-Key is under way."],
  413: [
    "body_too_large",
    "The body has more than 1000000 bytes. Send fewer items at once, or shorter texts.",
  ],
  422: ["id_reused", "feedback_id “fb_1” was sent with another rating. Use a new id for every rating."],
  429: ["too_many_writes", "Too many writes from this address. Try again later."],
  503: ["database_unavailable", databaseAway().message],
};

/** What a route may refuse, by status: what every route of its kind may, and what it says itself. */
export function listRefusals({ access, params, query, body, notes }: RouteContract): Record<number, string> {
  const refusals: Record<number, string> = {};
  if (params || query || body)
    refusals[400] = "The address or the body does not fit: `errors` names each field";
  if (body) refusals[413] = "The body is too large";
  if (access.by === "key") {
    const forBrowsers = access.kinds.includes("publishable");
    refusals[401] = "No key, an unknown one or one that was revoked";
    refusals[403] = forBrowsers
      ? "The key may not be used from this origin, or the feedback token does not fit"
      : "The key is a publishable one";
    refusals[503] = "The database is away";
  }
  return { ...refusals, ...notes?.refusals };
}

/** The body of a refusal of this status, as an example; null where there is none to show. */
export function refusalExample(status: number, path: string): ProblemBody | null {
  const [code, detail] = samples[status] ?? [];
  if (!code || !detail) return null;
  const errors = status === 400 ? { errors: [{ path: "days", message: "must be 1 or more" }] } : {};
  return new Problem(code, detail, errors).toJson(path, "8c7b5f4e-2d1a-4f3b-9c6d-0e1f2a3b4c5d");
}
