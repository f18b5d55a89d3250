import { db, Prisma } from "#lib/platform/db/client.ts";
import type { CandidateCounts } from "./candidates.ts";

/** How many shadow answers are counted and compared, newest first. */
export const SHADOWS_COUNTED = 20_000;

/**
 * Counts a project's shadow answers by candidate, most first. Latency and cost are of pairs in which both are known, so that
 * both sides are of the same inputs. A pair that several reviewers compared counts once, by most of them.
 */
export function countCandidates(projectId: string, since: Date): Promise<CandidateCounts[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return db().$queryRaw<CandidateCounts[]>`
    WITH shadows AS MATERIALIZED (
      SELECT shadow_id, shadow_of, feature_name, model_name, prompt_template, prompt_version, response_latency_ms, cost_usd,
        created_at
      FROM shadow_answer
      WHERE project_id = ${project} AND NOT in_progress AND created_at >= ${since.toISOString()}::text::timestamptz
      ORDER BY created_at DESC, shadow_id DESC LIMIT ${SHADOWS_COUNTED}::int
    ),
    pairs AS (
      SELECT s.*, shown.there, CASE WHEN shown.latency IS NOT NULL THEN s.response_latency_ms END AS own_latency,
        CASE WHEN s.response_latency_ms IS NOT NULL THEN shown.latency END AS shown_latency,
        CASE WHEN shown.cost IS NOT NULL THEN s.cost_usd END AS own_cost,
        CASE WHEN s.cost_usd IS NOT NULL THEN shown.cost END AS shown_cost, judged.lead
      FROM shadows AS s
      LEFT JOIN LATERAL (
        SELECT true AS there, i.response_latency_ms AS latency, i.cost_usd AS cost FROM interactions AS i
        WHERE (i.project_id, i.interaction_id) = (${project}, s.shadow_of) LIMIT 1
      ) AS shown ON true
      LEFT JOIN LATERAL (
        SELECT sign(sum(CASE v.verdict WHEN 'candidate' THEN 1 WHEN 'shown' THEN -1 ELSE 0 END)) AS lead
        FROM shadow_verdict AS v WHERE (v.project_id, v.shadow_id) = (${project}, s.shadow_id)
      ) AS judged ON true
    )
    SELECT feature_name AS "featureName", model_name AS "modelName", prompt_template AS "promptTemplate",
      prompt_version AS "promptVersion", count(*)::int AS answers, count(there)::int AS pairs,
      count(own_latency)::int AS timed,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY own_latency))::float8 AS "latencyMs",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY shown_latency))::float8 AS "shownLatencyMs",
      count(own_cost)::int AS priced, avg(own_cost) AS "costUsd", avg(shown_cost) AS "shownCostUsd",
      count(*) FILTER (WHERE lead > 0)::int AS preferred, count(*) FILTER (WHERE lead < 0)::int AS rejected,
      count(*) FILTER (WHERE lead = 0)::int AS ties, max(created_at) AS "lastAt"
    FROM pairs GROUP BY feature_name, model_name, prompt_template, prompt_version
    ORDER BY answers DESC, feature_name, model_name, prompt_template, prompt_version`;
}
