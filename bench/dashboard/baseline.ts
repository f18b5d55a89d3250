import { Prisma } from "#lib/platform/db/client.ts";

/** A period of one project, as the baseline queries filter by it. */
export interface RawWindow {
  projectId: string;
  since: Date;
  until: Date;
  tz: string;
}

/**
 * The baseline: GROUP BY over the raw answers and their ratings, for the same numbers and with the same
 * indexes. `by` are SQL expressions over interactions `i`, without parameters.
 */
export const groupRaw = (window: RawWindow, by: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw([...by, "count(*) AS answers"].join(", "))},
    count(f.interaction_id) AS rated, sum(f.up) AS up, sum(f.down) AS down, sum(f.stars) AS stars, sum(f.star_count) AS star_count,
    sum(f.corrections) AS corrections, sum(f.distance) AS distance, sum(f.comments) AS comments,
    percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY i.response_latency_ms) AS latency,
    avg(i.cost_usd) AS cost, avg(i.token_count) AS tokens
  FROM interactions AS i
  LEFT JOIN (
    SELECT interaction_id, count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1) AS up,
      count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 0) AS down,
      sum(rating_value) FILTER (WHERE rating_type = 'stars') AS stars, count(*) FILTER (WHERE rating_type = 'stars') AS star_count,
      count(*) FILTER (WHERE rating_type = 'correction') AS corrections, sum(edit_distance) AS distance,
      count(feedback_comment) AS comments
    FROM feedback WHERE project_id = ${window.projectId}::uuid
      AND created_at >= ${window.since.toISOString()}::text::timestamptz GROUP BY interaction_id
  ) AS f USING (interaction_id)
  WHERE ${inWindow(window)} ${by.length > 0 ? Prisma.raw(`GROUP BY ${by.map((_, at) => at + 1).join(", ")}`) : Prisma.empty}`;

/** The baseline for what ratings name in a list column. */
export const countRaw = (
  window: RawWindow,
  column: "rating_categories" | "edit_kinds",
  by: readonly string[] = [],
) => Prisma.sql`
  SELECT ${Prisma.raw(["name", ...by, "count(*)"].join(", "))}
  FROM interactions AS i
  JOIN feedback AS f ON f.project_id = i.project_id AND f.interaction_id = i.interaction_id
  CROSS JOIN LATERAL unnest(f.${Prisma.raw(column)}) AS name
  WHERE ${inWindow(window)} GROUP BY ${Prisma.raw(["name", ...by].join(", "))}`;

/** The baseline for category pairs. */
export const pairsRaw = (window: RawWindow): Prisma.Sql => Prisma.sql`
  SELECT one, other, count(*)
  FROM interactions AS i
  JOIN feedback AS f ON f.project_id = i.project_id AND f.interaction_id = i.interaction_id
  CROSS JOIN LATERAL unnest(f.rating_categories) AS one
  CROSS JOIN LATERAL unnest(f.rating_categories) AS other
  WHERE ${inWindow(window)} AND one < other GROUP BY one, other`;

const inWindow = ({ projectId, since, until }: RawWindow): Prisma.Sql => Prisma.sql`
  i.project_id = ${projectId}::uuid AND i.created_at >= ${since.toISOString()}::text::timestamptz
  AND i.created_at < ${until.toISOString()}::text::timestamptz`;

/** SQL: the local day, and the hour, of an answer. */
export const dayOf = (tz: string): string => `date_trunc('day', i.created_at, '${tz}')`;
export const hourOf = "date_trunc('hour', i.created_at)";
