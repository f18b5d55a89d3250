import { db, Prisma } from "#lib/platform/db/client";
import type { CategoryCount } from "./categories.ts";
import type { LatencyBuckets } from "./latency-histogram.ts";
import type { MetricFilter } from "./schema.ts";
import type { Counts } from "./summary.ts";
import { hoursOf } from "./window.ts";

/** What belongs to one key of a grouping. */
export interface Group {
  /** The values that the grouping names, in its order; "" stands for none. */
  key: string[];
  counts: Counts;
  latency: LatencyBuckets;
  /** Ratings by their type. */
  ratingTypes: Readonly<Record<string, number>>;
  /** The hour of the last answer. */
  lastHour: Date;
}

/** What counts may be gathered by. */
export type Grouping = "all" | "day" | "feature" | "model" | "model_prompt" | "model_version";

interface GroupRecord extends Counts {
  key: string[];
  lastHour: Date;
  latency: LatencyBuckets | null;
  ratingTypes: Record<string, number> | null;
}

/** The columns of each grouping. Days are made of hours, as a zone is slow to ask of every row. */
const COLUMNS: Record<Grouping, Prisma.Sql> = {
  all: Prisma.sql`project_id`,
  day: Prisma.sql`hour`,
  feature: Prisma.sql`feature_name`,
  model: Prisma.sql`model_name`,
  model_prompt: Prisma.sql`model_name, prompt_template, prompt_version`,
  model_version: Prisma.sql`model_name, prompt_version`,
};

/** The array that makes the key of a grouping, of its columns. */
function keyOf(grouping: Grouping, tz: string): Prisma.Sql {
  if (grouping === "all") return Prisma.sql`ARRAY[]::text[]`;
  if (grouping === "day") return Prisma.sql`ARRAY[((hour AT TIME ZONE ${tz}::text)::date)::text]`;
  return Prisma.sql`ARRAY[${COLUMNS[grouping]}]`;
}

/** The rollup rows that a filter means. */
function chosenBy(filter: MetricFilter): Prisma.Sql {
  const { since, until } = hoursOf(filter, filter.tz);
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ${value}`;
  return Prisma.sql`project_id = ${filter.projectId}::uuid
    AND hour >= ${since.toISOString()}::text::timestamptz AND hour < ${until.toISOString()}::text::timestamptz
    ${equal("feature_name", filter.feature)} ${equal("model_name", filter.model)}
    ${equal("prompt_version", filter.promptVersion)} ${equal("prompt_template", filter.promptTemplate)}`;
}

/**
 * Gathers the rollups that a filter means by a grouping, in one statement and so of one moment: the key with most
 * answers first, keys without answers absent.
 */
export async function readGroups(filter: MetricFilter, grouping: Grouping): Promise<Group[]> {
  const key = keyOf(grouping, filter.tz);
  const columns = COLUMNS[grouping];
  const records = await db().$queryRaw<GroupRecord[]>`
    WITH counted AS (
      SELECT ${columns}, max(hour) AS last_hour, sum(interactions) AS interactions, sum(rated) AS rated,
        sum(thumbs_up) AS thumbs_up, sum(thumbs_down) AS thumbs_down, sum(star_count) AS star_count,
        sum(star_sum) AS star_sum, sum(corrections) AS corrections, sum(comments) AS comments,
        sum(cost_usd) AS cost_usd, sum(tokens::float8) AS tokens
      FROM metric_hours WHERE ${chosenBy(filter)} GROUP BY ${columns}
    ),
    keyed AS (
      SELECT ${key} AS key, max(last_hour) AS "lastHour", sum(interactions)::float8 AS interactions,
        sum(rated)::float8 AS rated, sum(thumbs_up)::float8 AS "thumbsUp", sum(thumbs_down)::float8 AS "thumbsDown",
        sum(star_count)::float8 AS "starCount", sum(star_sum)::float8 AS "starSum",
        sum(corrections)::float8 AS corrections, sum(comments)::float8 AS comments, sum(cost_usd) AS "costUsd",
        sum(tokens) AS tokens
      FROM counted GROUP BY 1
    ),
    counted_parts AS (
      SELECT ${columns}, kind, bucket, sum(count) AS count FROM metric_hour_buckets
      WHERE ${chosenBy(filter)} AND kind IN ('latency', 'rating_type') GROUP BY ${columns}, kind, bucket
    ),
    keyed_parts AS (SELECT ${key} AS key, kind, bucket, sum(count) AS count FROM counted_parts GROUP BY 1, 2, 3),
    gathered AS (
      SELECT key, jsonb_object_agg(bucket, count) FILTER (WHERE kind = 'latency') AS latency,
        jsonb_object_agg(bucket, count) FILTER (WHERE kind = 'rating_type') AS "ratingTypes"
      FROM keyed_parts GROUP BY key
    )
    SELECT * FROM keyed LEFT JOIN gathered USING (key) ORDER BY interactions DESC, key`;
  return records.map(({ key, lastHour, latency, ratingTypes, ...counts }) => ({
    key,
    counts,
    latency: latency ?? {},
    ratingTypes: ratingTypes ?? {},
    lastHour,
  }));
}

/** How often each category was given, by model, and all thumbs-down of the same moment. */
export async function readCategories(
  filter: MetricFilter,
): Promise<{ counts: CategoryCount[]; thumbsDown: number }> {
  const records = await db().$queryRaw<(CategoryCount & { thumbsDown: number | null })[]>`
    SELECT bucket AS category, model_name AS "modelName",
      COALESCE(sum(count) FILTER (WHERE kind = 'category'), 0)::float8 AS count,
      COALESCE(sum(count) FILTER (WHERE kind = 'category_down'), 0)::float8 AS "downCount",
      (SELECT sum(thumbs_down)::float8 FROM metric_hours WHERE ${chosenBy(filter)}) AS "thumbsDown"
    FROM metric_hour_buckets WHERE ${chosenBy(filter)} AND kind IN ('category', 'category_down')
    GROUP BY bucket, model_name`;
  return {
    counts: records.map(({ thumbsDown: _, ...count }) => count),
    thumbsDown: records[0]?.thumbsDown ?? 0,
  };
}

/** Which features, models and prompt versions a project's answers have had, together. */
export function readDimensions(
  projectId: string,
): Promise<{ featureName: string; modelName: string; promptVersion: string }[]> {
  return db().$queryRaw`
    SELECT feature_name AS "featureName", model_name AS "modelName", prompt_version AS "promptVersion"
    FROM metric_hours WHERE project_id = ${projectId}::uuid GROUP BY feature_name, model_name, prompt_version`;
}
