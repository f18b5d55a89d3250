import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { listPacked } from "./pack-raters-store.ts";
import {
  countColumns,
  dimensionColumns,
  histogramColumns,
  keyColumns,
  partLists,
  partSums,
  type SliceWidth,
  sumColumns,
} from "./slice-columns.ts";
import { FOLDED, KEY, names, SLICE, starValues, UNFOLDED } from "./slice-sql-store.ts";

/** Slices with the key of the slice that each belongs to for their own, and their other columns. */
export type Summands = (rest: readonly string[]) => Prisma.Sql;

/**
 * Writes the sums of slices. Slices are numbered first, so that their bins and parts are gathered by a number; joins are
 * FULL, which the planner cannot take for small ones and make nested loops.
 */
export async function writeSums(
  tx: Transaction,
  project: Prisma.Sql,
  width: SliceWidth,
  summands: Summands,
): Promise<void> {
  await tx.$executeRaw`
    WITH finer AS MATERIALIZED (
      SELECT *, dense_rank() OVER (ORDER BY ${names(keyColumns.map((column) => (texts.has(column) ? `${column} COLLATE "C"` : column)))}) AS slice
      FROM (${summands([...summed, "raters", ...histograms, ...partLists])}) AS found
    ),
    counted AS (SELECT slice, ${KEY}, ${names(sums)} FROM finer GROUP BY slice, ${KEY}),
    thumbs AS (
      SELECT slice, ${listPacked("packed")} AS raters FROM finer CROSS JOIN unnest(raters) AS packed GROUP BY slice
    ),
    histograms AS (SELECT slice, ${names(arrays)} FROM (${mergedBins}) AS bin GROUP BY slice),
    parts AS (
      SELECT slice, part, ${names(partSums.map((column) => `sum(parts.${column}) AS ${column}`))}
      FROM finer ${UNFOLDED} GROUP BY slice, part
    ),
    folded AS (SELECT slice, ${FOLDED} FROM parts GROUP BY slice)
    INSERT INTO metric_slices (project_id, width, ${SLICE})
    SELECT ${project}, ${width}::"SliceWidth", ${KEY}, ${names(summed)}, raters, ${names(histogramsOrNone)}, ${names(partLists)}
    FROM counted FULL JOIN thumbs USING (slice) FULL JOIN histograms USING (slice) FULL JOIN folded USING (slice)`;
}

const texts: ReadonlySet<string> = new Set(dimensionColumns);

const summed = ["last_at", ...countColumns, ...Object.keys(sumColumns), "stars"];

const histograms = Object.values(histogramColumns).flat();

const histogramsOrNone = histograms.map((column) => `COALESCE(${column}, '{}')`);

/** The summed columns of counts, sums and stars. */
const sums = [
  "max(last_at) AS last_at",
  ...countColumns.map((column) => `sum(${column}) AS ${column}`),
  ...Object.keys(sumColumns).map((column) => `sum(${column}) AS ${column}`),
  `ARRAY[${starValues.map((star) => `sum(stars[${star}])::int`).join(", ")}] AS stars`,
];

/** One row a slice, kind of histogram (by its place) and bucket. Lists are unfolded beside each other, not by a join: that takes half as long. */
const mergedBins = Prisma.raw(
  Object.values(histogramColumns)
    .map(
      ([buckets, counts], kind) => `
        SELECT slice, ${kind} AS kind, bucket, sum(count)::int AS count
        FROM (SELECT slice, unnest(${buckets}) AS bucket, unnest(${counts}) AS count FROM finer) AS bin
        GROUP BY slice, bucket`,
    )
    .join(" UNION ALL "),
);

/** The bins of a slice as two arrays per histogram. */
const arrays = Object.values(histogramColumns).flatMap(([buckets, counts], kind) => [
  `array_agg(bucket ORDER BY bucket) FILTER (WHERE kind = ${kind}) AS ${buckets}`,
  `array_agg(count ORDER BY bucket) FILTER (WHERE kind = ${kind}) AS ${counts}`,
]);
