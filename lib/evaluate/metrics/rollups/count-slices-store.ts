import { Prisma, type Transaction } from "#lib/platform/db/client";
import { BUCKET_BOUNDS, BUCKETED_MAX } from "../histogram.ts";
import type { SliceWidth } from "./slice-columns.ts";
import { HISTOGRAMS_OR_NONE, histogramsOf, KEY, SLICE, starValues } from "./slice-sql-store.ts";

/** A sum of absurd costs must not overflow and with it hide every other number. */
const MOST_DOLLARS = 1e12;

/** Counts slices of one width from the raw rows, in place of what was counted before. `starts` are whole slices' starts. */
export async function countSlices(
  tx: Transaction,
  projectId: string,
  width: Exclude<SliceWidth, "day">,
  starts: readonly string[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const these = Prisma.sql`${starts}::text[]::timestamptz[]`;
  await deleteSlices(tx, projectId, width, starts);
  await tx.$executeRaw`
    WITH answers AS MATERIALIZED (${answersOf(project, these, width)}),
    counted AS (${countsOf}),
    measured_answers AS (${measuresOf}),
    histograms AS (${histogramsOf(Prisma.sql`measured_answers`)}),
    written AS (
      INSERT INTO metric_slices (project_id, width, ${SLICE})
      SELECT ${project}, ${width}::"SliceWidth", counted.*, ${HISTOGRAMS_OR_NONE}
      FROM counted LEFT JOIN histograms USING (${KEY})
    ),
    parts AS (${partsOf(project)})
    INSERT INTO metric_slice_parts (project_id, width, ${KEY}, kind, name, count)
    SELECT ${project}, ${width}::"SliceWidth", ${CUT}, kind, name, count(*) FROM parts
    GROUP BY ${groupingSets(Prisma.sql`kind, name`)} HAVING ${HAS_COHORT}`;
}

/** Takes slices of one width away, with their parts. */
export async function deleteSlices(
  tx: Transaction,
  projectId: string,
  width: SliceWidth,
  starts: readonly string[],
): Promise<void> {
  for (const table of ["metric_slices", "metric_slice_parts"]) {
    await tx.$executeRaw`
      DELETE FROM ${Prisma.raw(table)} WHERE project_id = ${projectId}::uuid AND width = ${width}::"SliceWidth"
        AND start = ANY(${starts}::text[]::timestamptz[])`;
  }
}

/** The dimensions of an answer that each cube is cut by. */
const CORE = Prisma.sql`start, feature_name, model_name, prompt_template, prompt_version, variant`;

/** Which cube a grouped row is of is told by which dimensions it was grouped by. */
const groupingSets = (and: Prisma.Sql): Prisma.Sql => Prisma.sql`
  GROUPING SETS ((${CORE}, ${and}), (start, feature_name, tenant, ${and}), (start, feature_name, language, ${and}),
    (start, feature_name, segment, ${and}))`;

/** The key of a grouped row, in the order of KEY. */
const CUT = Prisma.sql`
  CASE GROUPING(model_name, tenant, language, segment) WHEN 7 THEN 'core' WHEN 11 THEN 'tenant' WHEN 13 THEN 'language'
    ELSE 'segment' END::"SliceCube" AS cube,
  start, feature_name, COALESCE(model_name, '') AS model_name, COALESCE(prompt_template, '') AS prompt_template,
  COALESCE(prompt_version, '') AS prompt_version, COALESCE(variant, '') AS variant,
  COALESCE(tenant, language, segment, '') AS cohort`;

/** An answer of no tenant is in no cohort of tenants. */
const HAS_COHORT = Prisma.sql`GROUPING(model_name) = 0 OR COALESCE(tenant, language, segment) <> ''`;

/**
 * The raw answers of some slices, each with its dimensions as the rollups name them and its ratings counted.
 * OFFSET 0 keeps the planner from turning the look into each slice around into a walk over all answers, as it does when
 * it has no statistics yet: after a first import.
 */
const answersOf = (project: Prisma.Sql, starts: Prisma.Sql, width: string): Prisma.Sql => Prisma.sql`
  SELECT due.start, answer.*, rated.*
  FROM unnest(${starts}) AS due (start)
  CROSS JOIN LATERAL (
    SELECT interaction_id, created_at, feature_name, model_name, COALESCE(prompt_template, '') AS prompt_template,
      COALESCE(prompt_version, '') AS prompt_version, COALESCE(variant, '') AS variant, COALESCE(tenant, '') AS tenant,
      COALESCE(language, '') AS language, COALESCE(segment, '') AS segment, response_latency_ms AS latency_ms,
      CASE WHEN cost_usd IS NOT NULL THEN LEAST(cost_usd, ${MOST_DOLLARS}::float8) END AS cost_usd,
      COALESCE(token_count, input_tokens::bigint + COALESCE(output_tokens, 0), output_tokens) AS tokens
    FROM interactions WHERE project_id = ${project}
      AND created_at >= due.start AND created_at < due.start + ${`1 ${width}`}::text::interval OFFSET 0
  ) AS answer
  CROSS JOIN LATERAL (
    SELECT count(*) AS ratings,
      count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1) AS thumbs_up,
      count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 0) AS thumbs_down,
      ${Prisma.join(starValues.map((star) => Prisma.raw(`count(*) FILTER (WHERE rating_type = 'stars' AND rating_value = ${star}) AS stars_${star}`)))},
      count(*) FILTER (WHERE rating_type = 'correction') AS corrections,
      count(edit_distance) AS measured, COALESCE(sum(edit_distance), 0) AS edit_distance,
      COALESCE(sum(edit_kept), 0) AS edit_kept,
      count(feedback_comment) AS comments
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answer.interaction_id
  ) AS rated`;

/** One row a slice, in the order of SLICE up to its stars. */
const countsOf = Prisma.sql`
  SELECT ${CUT}, max(created_at) AS last_at, count(*) AS interactions, count(*) FILTER (WHERE ratings > 0) AS rated, sum(thumbs_up) AS thumbs_up,
    sum(thumbs_down) AS thumbs_down, sum(corrections) AS corrections, sum(measured) AS measured,
    sum(comments) AS comments, count(latency_ms) AS timed, count(cost_usd) AS priced, count(tokens) AS sized,
    sum(edit_distance)::float8 AS edit_distance, sum(edit_kept) AS edit_kept,
    COALESCE(sum(latency_ms), 0) AS latency_ms, COALESCE(sum(cost_usd), 0) AS cost_usd,
    COALESCE(sum(tokens), 0) AS tokens,
    ARRAY[${Prisma.raw(starValues.map((star) => `sum(stars_${star})::int`).join(", "))}] AS stars
  FROM answers
  GROUP BY GROUPING SETS ((${CORE}), (start, feature_name, tenant), (start, feature_name, language),
    (start, feature_name, segment))
  HAVING ${HAS_COHORT}`;

/** One row a slice, kind of histogram and bucket. Costs are in millionths of a dollar. */
const measuresOf = Prisma.sql`
  SELECT ${CUT}, kind, bucket, count(*)::int AS count
  FROM answers
  CROSS JOIN LATERAL (
    SELECT kind, width_bucket(LEAST(value, ${BUCKETED_MAX}::float8)::int, ${BUCKET_BOUNDS}::text[]::int[]) - 1 AS bucket
    FROM (VALUES ('latency', latency_ms::float8), ('cost', round(cost_usd * 1e6)), ('tokens', tokens::float8))
      AS measure (kind, value)
    WHERE value IS NOT NULL
  ) AS measure
  GROUP BY ${groupingSets(Prisma.sql`kind, bucket`)}
  HAVING ${HAS_COHORT}`;

/** What is counted by name, one row for each occurrence. A category counts once a rating, however often it names it. */
const partsOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT answers.*, part.kind, part.name
  FROM answers
  CROSS JOIN LATERAL (
    SELECT rating_type, rating_value,
      ARRAY(SELECT DISTINCT category FROM unnest(rating_categories) AS category ORDER BY 1) AS categories
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id OFFSET 0
  ) AS rating
  CROSS JOIN LATERAL (
    SELECT 'rating_type' AS kind, rating_type::text AS name
    UNION ALL SELECT 'category', unnest(categories)
    UNION ALL SELECT 'category_down', unnest(categories) WHERE rating_type = 'binary' AND rating_value = 0
    UNION ALL SELECT 'category_pair', jsonb_build_array(one, other)::text
      FROM unnest(categories) AS one, unnest(categories) AS other WHERE one < other
  ) AS part
  WHERE answers.ratings > 0
  UNION ALL
  SELECT answers.*, 'signal', signal.signal::text
  FROM answers
  CROSS JOIN LATERAL (
    SELECT signal FROM signals WHERE project_id = ${project} AND signals.interaction_id = answers.interaction_id OFFSET 0
  ) AS signal`;
