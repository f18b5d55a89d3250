import type { DimensionColumn } from "#lib/domain/dimensions.ts";
import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { BUCKET_BOUNDS, BUCKETED_MAX } from "../histogram.ts";
import { admitted, admitValues, cappedColumns } from "./admit-values-store.ts";
import { numbersOf, partsOf } from "./count-parts-store.ts";
import { DIMENSIONS, inCubes } from "./cubes-store.ts";
import { findSlices } from "./find-slices-store.ts";
import { listPacked, packedThumb } from "./pack-raters-store.ts";
import { histogramColumns, partLists, type SliceWidth } from "./slice-columns.ts";
import { beginningOf, FOLDED, KEY, names, SLICE, starValues, timeRanges } from "./slice-sql-store.ts";

/** A sum of absurd costs must not overflow and break all other numbers. */
const MOST_DOLLARS = 1e12;

/**
 * Counts slices of one width from the raw rows, in place of what was counted before. `starts` are whole slices' starts.
 * Nothing here may take the square of its time when the planner knows nothing of the project: answers are read by
 * stretches of time, what hangs on one is looked up by its key, and nothing else is joined.
 */
export async function countSlices(
  tx: Transaction,
  projectId: string,
  width: Exclude<SliceWidth, "day">,
  starts: readonly string[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  await deleteSlices(tx, projectId, width, starts);
  const due = timeRanges(starts, width);
  const capped = await admitValues(tx, projectId, due);
  await tx.$executeRaw`
    WITH ${factsOf(project, width, due, { capped })},
    counted AS (${inCubes(COUNTS, Prisma.sql`facts`)}),
    parts AS MATERIALIZED (${partsOf(project)}),
    counted_parts AS MATERIALIZED (${inCubes(PARTS, Prisma.sql`parts`, Prisma.sql`, kind, name`)}),
    ${numbersOf(project)},
    folded AS (
      SELECT ${KEY}, ${FOLDED} FROM (
        SELECT *, (numbers.by_name ->> (kind || ' ' || name))::int AS part FROM counted_parts CROSS JOIN numbers
      ) AS numbered GROUP BY ${KEY}
    )
    INSERT INTO metric_slices (project_id, width, ${SLICE})
    SELECT ${project}, ${width}::"SliceWidth", ${COUNTED}, ${BINS}, ${names(partLists)}
    FROM counted FULL JOIN folded USING (${KEY}) ${Prisma.raw(kinds.map(binsOf).join(" "))}`;
}

/** Totals of parts: their count, and sums of their values. */
const PARTS = Prisma.sql`kind, name, count(*) AS count, COALESCE(sum(value), 0) AS sum,
  COALESCE(sum(value * value), 0) AS sum_squares`;

/**
 * The CTEs that counting begins with: the answers of some stretches of time, all that was said of them, which is read once,
 * the ratings among that, and answers and ratings in one list.
 * @param stretches a table of two columns, since and until.
 */
export const factsOf = (
  project: Prisma.Sql,
  width: "minute" | "hour",
  stretches: Prisma.Sql,
  reading: FactsReading,
): Prisma.Sql => Prisma.sql`
  answers AS MATERIALIZED (${answersOf(project, width, stretches, reading)}),
  said AS MATERIALIZED (${saidOf(project)}),
  ratings AS NOT MATERIALIZED (${RATINGS}),
  facts AS MATERIALIZED (${FACTS})`;

interface FactsReading {
  /** Additional conditions on interactions. */
  and?: Prisma.Sql;
  /** The columns with more values on some days than are counted individually. */
  capped?: readonly DimensionColumn[];
}

/** Deletes slices of a width. The caller holds the project's lock, so no row changes. */
export async function deleteSlices(
  tx: Transaction,
  projectId: string,
  width: SliceWidth,
  starts: readonly string[],
): Promise<void> {
  const sought = { width, within: { width, starts } };
  const found = findSlices(Prisma.sql`${projectId}::uuid`, sought, ["ctid"]);
  await tx.$executeRaw`DELETE FROM metric_slices WHERE ctid = ANY(ARRAY(${found}))`;
}

/** The bucket bounds as a literal: a parameter would be parsed for every answer. */
const BOUNDS = `'{${BUCKET_BOUNDS.join(",")}}'::int[]`;

/** The number of a value's bucket; NULL without a value. LEAST ignores NULL. */
const bucketOf = (value: string): Prisma.Sql =>
  Prisma.raw(
    `CASE WHEN ${value} IS NOT NULL THEN width_bucket(LEAST(${value}, ${BUCKETED_MAX}::float8)::int, ${BOUNDS}) - 1 END`,
  );

/**
 * The raw answers of some slices, each with its dimensions as the rollups name them, and the buckets that it falls into;
 * costs in millionths of a dollar. OFFSET 0 keeps the look into each stretch of time from becoming a join.
 */
const answersOf = (
  project: Prisma.Sql,
  width: "minute" | "hour",
  due: Prisma.Sql,
  { and = Prisma.empty, capped = [] }: FactsReading,
): Prisma.Sql => {
  const value = (column: DimensionColumn) => admitted(project, column, capped.includes(column));
  return Prisma.sql`
    SELECT answer.*, ${bucketOf("latency_ms")} AS latency_bucket, ${bucketOf("round(cost_usd * 1e6)")} AS cost_bucket,
      ${bucketOf("tokens")} AS tokens_bucket
    FROM ${due} AS due (since, until)
    CROSS JOIN LATERAL (
      SELECT ${beginningOf(width, "created_at")} AS start,
        interaction_id, created_at, ${Prisma.join(cappedColumns.map(value))}, response_latency_ms AS latency_ms,
        CASE WHEN cost_usd IS NOT NULL THEN LEAST(cost_usd, ${Prisma.raw(String(MOST_DOLLARS))}::float8) END AS cost_usd,
        COALESCE(token_count, input_tokens::bigint + COALESCE(output_tokens, 0), output_tokens) AS tokens
      FROM interactions
      WHERE project_id = ${project} AND created_at >= due.since AND created_at < due.until ${and}
      ORDER BY created_at OFFSET 0
    ) AS answer`;
};

/** SQL condition for ratings by users: those of teammates and scores are in no rate. */
const RATED = Prisma.sql`source = 'user' AND rating_type <> 'score'`;

/** All feedback on the answers with its answer's dimensions; the first rating by a user says that the answer was rated. */
const saidOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${DIMENSIONS}, given.*
  FROM answers CROSS JOIN LATERAL (
    SELECT row_number() OVER (PARTITION BY ${RATED}) = 1 AS first, rating_type, source, rating_value, rating_categories,
      edit_distance, edit_kept, edit_kinds, feedback_comment, score_name, score_type, score_value, score_label, scored_session,
      CASE WHEN rating_type = 'binary' AND ${RATED} THEN ${packedThumb} END AS thumb
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id
      AND ${notLeftOut(project)} OFFSET 0
  ) AS given`;

/** The ratings by users. A product's server may score every answer, which says nothing about who rates. */
const RATINGS = Prisma.sql`SELECT * FROM said WHERE ${RATED}`;

const thumb = (value: 0 | 1) =>
  Prisma.raw(`count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = ${value})`);

const stars = starValues.map(
  (star) => `(count(*) FILTER (WHERE rating_type = 'stars' AND rating_value = ${star}))::int`,
);

const kinds = Object.keys(histogramColumns);

/** The columns of a slice before its histograms, in the order of SLICE. */
const COUNTED = Prisma.sql`${KEY}, last_at, interactions, rated, ratings, thumbs_up, thumbs_down, corrections, measured, comments,
  timed, priced, sized, edit_distance, edit_kept, latency_ms, cost_usd, tokens, stars, raters`;

const BINS = names(kinds.flatMap((kind) => [`${kind}.buckets`, `${kind}.counts`]));

/** Answers and their ratings in one list. */
const FACTS = Prisma.sql`
  SELECT ${DIMENSIONS}, created_at, latency_ms, cost_usd, tokens, latency_bucket, cost_bucket, tokens_bucket,
    NULL::boolean AS first, NULL::"RatingType" AS rating_type, NULL::smallint AS rating_value, NULL::int AS edit_distance,
    NULL::float8 AS edit_kept, NULL AS feedback_comment, NULL::numeric AS thumb
  FROM answers
  UNION ALL
  SELECT ${DIMENSIONS}, NULL, NULL, NULL, NULL, NULL, NULL, NULL, first, rating_type, rating_value, edit_distance,
    edit_kept, feedback_comment, thumb
  FROM ratings`;

/** Totals of facts, with the buckets of all answers in one array per histogram. */
export const COUNTS = Prisma.sql`
  max(created_at) AS last_at, count(created_at) AS interactions, count(*) FILTER (WHERE first) AS rated,
  count(rating_type) AS ratings,
  ${thumb(1)} AS thumbs_up, ${thumb(0)} AS thumbs_down,
  count(*) FILTER (WHERE rating_type = 'correction') AS corrections, count(edit_distance) AS measured,
  count(feedback_comment) AS comments, count(latency_ms) AS timed, count(cost_usd) AS priced, count(tokens) AS sized,
  COALESCE(sum(edit_distance), 0)::float8 AS edit_distance, COALESCE(sum(edit_kept), 0) AS edit_kept,
  COALESCE(sum(latency_ms), 0) AS latency_ms, COALESCE(sum(cost_usd), 0) AS cost_usd,
  COALESCE(sum(tokens), 0) AS tokens, ARRAY[${names(stars)}] AS stars, ${listPacked("thumb")} AS raters,
  ${names(kinds.map((kind) => `array_agg(${kind}_bucket) FILTER (WHERE ${kind}_bucket IS NOT NULL) AS ${kind}_fell`))}`;

/** A slice's histogram: its non-empty buckets in order, and their counts. */
export const binsOf = (kind: string): string => `
  CROSS JOIN LATERAL (
    SELECT COALESCE(array_agg(bucket), '{}') AS buckets, COALESCE(array_agg(count), '{}') AS counts FROM (
      SELECT bucket, count(*)::int AS count FROM unnest(${kind}_fell) AS bucket GROUP BY bucket ORDER BY bucket
    ) AS bin
  ) AS ${kind}`;
