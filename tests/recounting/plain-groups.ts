import { findBucket } from "#lib/evaluate/metrics/histogram.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";

/** Which answers are counted: local dates, both inclusive. */
export interface PlainWindow {
  projectId: string;
  tz: string;
  from: string;
  to: string;
}

/** What the obvious query counts of some answers, and their measures by bucket. */
export interface PlainCounts {
  interactions: number;
  rated: number;
  thumbsUp: number;
  thumbsDown: number;
  starSum: number;
  starCount: number;
  corrections: number;
  comments: number;
  priced: number;
  costUsd: number;
  sized: number;
  tokens: number;
  latency: Record<string, number>;
  cost: Record<string, number>;
  sizes: Record<string, number>;
}

/** The raw answers of a window, each under its local day: an hour belongs to the day in which it begins. */
export const answered = ({ projectId, tz, from, to }: PlainWindow) => Prisma.sql`answered AS (
  SELECT * FROM (
    SELECT *, date_trunc('hour', created_at, 'UTC') AS hour, COALESCE(token_count, input_tokens + output_tokens) AS size,
      to_char(date_trunc('hour', created_at, 'UTC') AT TIME ZONE ${tz}, 'YYYY-MM-DD') AS local_day FROM interactions
  ) AS dated WHERE project_id = ${projectId}::uuid AND local_day BETWEEN ${from} AND ${to})`;

/** What the obvious query counts by a key, straight from the raw rows; histograms are gathered here, value by value. */
export async function plainGroups(
  given: PlainWindow,
  key: Prisma.Sql,
  where = Prisma.sql`true`,
): Promise<Map<string, PlainCounts>> {
  const rows = await db().$queryRaw<
    (PlainCounts & { key: string; ms: number[]; usd: number[]; big: number[] })[]
  >`
    WITH ${answered(given)}, rated AS (
      SELECT answered.*, (SELECT count(*) FROM feedback AS f WHERE (f.project_id, f.interaction_id) = (answered.project_id, answered.interaction_id)) AS ratings
      FROM answered WHERE ${where}),
    whole AS (
      SELECT ${key} AS key, count(*)::int AS interactions, (count(*) FILTER (WHERE ratings > 0))::int AS rated,
        count(cost_usd)::int AS priced, COALESCE(sum(cost_usd), 0) AS "costUsd", count(size)::int AS sized,
        COALESCE(sum(size), 0)::float8 AS tokens,
        COALESCE(array_agg(response_latency_ms) FILTER (WHERE response_latency_ms IS NOT NULL), '{}') AS ms,
        COALESCE(array_agg(cost_usd) FILTER (WHERE cost_usd IS NOT NULL), '{}') AS usd,
        COALESCE(array_agg(size) FILTER (WHERE size IS NOT NULL), '{}') AS big
      FROM rated GROUP BY 1),
    said AS (
      SELECT ${key} AS key,
        (count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1))::int AS "thumbsUp",
        (count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 0))::int AS "thumbsDown",
        COALESCE(sum(rating_value) FILTER (WHERE rating_type = 'stars'), 0)::int AS "starSum",
        (count(*) FILTER (WHERE rating_type = 'stars'))::int AS "starCount",
        (count(*) FILTER (WHERE rating_type = 'correction'))::int AS corrections, count(feedback_comment)::int AS comments
      FROM rated JOIN feedback USING (project_id, interaction_id) GROUP BY 1)
    SELECT * FROM whole LEFT JOIN said USING (key) WHERE key IS NOT NULL`;
  const gather = (values: number[]) => {
    const bins: Record<string, number> = {};
    for (const value of values) bins[findBucket(value)] = (bins[findBucket(value)] ?? 0) + 1;
    return bins;
  };
  return new Map(
    rows.map(({ key: name, ms, usd, big, ...counts }) => [
      name,
      {
        ...counts,
        latency: gather(ms),
        cost: gather(usd.map((each) => Math.round(each * 1e6))),
        sizes: gather(big),
      },
    ]),
  );
}
