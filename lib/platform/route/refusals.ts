import { databaseAway, Problem, type ProblemBody, type ProblemCode } from "#lib/platform/problem/index.ts";
import type { RouteContract } from "./route.ts";

/** An example problem for each status. */
const samples: Record<number, [code: ProblemCode, detail: string]> = {
  400: ["invalid_query", "days: must be at least 1"],
  401: ["credentials_missing", "Missing API key. Send it as “Authorization: Bearer sk_…” (or pk_…)."],
  403: ["key_kind_not_allowed", "This request requires a secret key, not a publishable key."],
  404: ["not_found", "No interaction with the ID “int_1”."],
  409: ["request_under_way", "A request with this Idempotency-Key is in progress. Retry to get its result."],
  413: [
    "body_too_large",
    "The request body exceeds 1000000 bytes. Send fewer items per request, or shorter texts.",
  ],
  422: ["id_reused", "feedback_id “fb_1” was already used for another rating. Use a new ID for each rating."],
  429: [
    "too_many_writes",
    "This client address has reached the limit of 60 ratings and annotations per minute for this key. Retry in 30 s.",
  ],
  503: ["database_unavailable", databaseAway().message],
};

/** The errors of a route by status: those of its kind, and its own. */
export function listRefusals({ access, params, query, body, notes }: RouteContract): Record<number, string> {
  const refusals: Record<number, string> = {};
  if (params || query || body) refusals[400] = "Invalid parameters, listed in `errors`";
  if (body) refusals[413] = "Request body too large";
  if (access.by === "key") {
    const forBrowsers = access.kinds.includes("publishable");
    refusals[401] = "Missing, unknown or revoked API key";
    refusals[403] = forBrowsers
      ? "Origin not allowed for this key, or invalid feedback token"
      : "Requires a secret key";
    refusals[503] = "Database unavailable";
  }
  return { ...refusals, ...notes?.refusals };
}

/** An example error body for a status; null if there is none. */
export function refusalExample(status: number, path: string): ProblemBody | null {
  const [code, detail] = samples[status] ?? [];
  if (!code || !detail) return null;
  const errors = status === 400 ? { errors: [{ path: "days", message: "must be at least 1" }] } : {};
  return new Problem(code, detail, errors).toJson(path, "8c7b5f4e-2d1a-4f3b-9c6d-0e1f2a3b4c5d");
}
