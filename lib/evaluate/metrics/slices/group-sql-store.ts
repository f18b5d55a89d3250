import { Prisma } from "#lib/platform/db/client.ts";
import { sumOfPacked } from "../rollups/pack-raters-store.ts";
import { countColumns, histogramColumns, sumColumns } from "../rollups/slice-columns.ts";
import { names, starValues } from "../rollups/slice-sql-store.ts";
import type { HistogramKind } from "../summary.ts";

const sums = [...countColumns, ...Object.keys(sumColumns)];

/** Sums per time range. Sums of bigints are slow because they are numeric; these stay far below 2^53. */
export const STRETCH_SUMS = names([
  ...countColumns.map((column) => `sum(${column}) AS ${column}`),
  ...Object.keys(sumColumns).map((column) => `sum(${column}::float8) AS ${column}`),
  ...starValues.map((star) => `sum(stars[${star}]) AS stars_${star}`),
]);

/** Sums per label. */
export const SUMS = names([
  ...sums.map((column) => `sum(sign * ${column})::float8 AS "${camel(column)}"`),
  `ARRAY[${starValues.map((star) => `sum(sign * stars_${star})::int`).join(", ")}] AS stars`,
]);

/** Sums of merged groups. */
export const BEYOND_SUMS = names([
  ...sums.map((column) => `sum("${camel(column)}")`),
  `ARRAY[${starValues.map((star) => `sum(stars[${star}])::int`).join(", ")}]`,
]);

/** The sums by name. */
export const SUMMED = names([...sums.map((column) => `"${camel(column)}"`), "stars"]);

/** The thumbs by group of raters, packed: for each time range, each label, and as it is read; of merged groups. */
export const RATERS = {
  ofStretch: Prisma.sql`, sum(${sumOfPacked}) AS raters`,
  ofLabel: Prisma.sql`, sum(sign * raters) AS raters`,
  // As text, because the driver would make an object of every digit.
  read: Prisma.sql`raters::text AS raters`,
  ofBeyond: Prisma.sql`sum(raters)::text`,
};

/** The same if they are not requested. */
export const NO_RATERS: typeof RATERS = {
  ofStretch: Prisma.empty,
  ofLabel: Prisma.empty,
  read: Prisma.sql`NULL::text AS raters`,
  ofBeyond: Prisma.sql`NULL::text`,
};

/**
 * The bins of some histograms, added up by a stretch and dimensions. Lists are unfolded beside each other, not by a join:
 * that takes half as long.
 */
export const binsOf = (kinds: readonly HistogramKind[], inner: Prisma.Sql, slices: Prisma.Sql): Prisma.Sql =>
  Prisma.join(
    kinds.map((kind) => {
      const [buckets, counts] = histogramColumns[kind];
      return Prisma.sql`
        SELECT ${inner}, ${kind} AS kind, bucket, sum(count) AS count FROM (
          SELECT ${inner}, ${Prisma.raw(`unnest(${buckets}) AS bucket, unnest(${counts}) AS count`)} ${slices}
        ) AS bin GROUP BY ${inner}, bucket`;
    }),
    " UNION ALL ",
  );

/** The histograms of groups, from the bins of their time ranges. */
export const binned = (bins: Prisma.Sql, by: Prisma.Sql, use: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${by}, jsonb_object_agg(kind, bins) AS histograms FROM (
    SELECT ${by}, kind, jsonb_object_agg(bucket, count) AS bins FROM (
      SELECT ${by}, kind, bucket, sum(sign * count) AS count FROM (${bins}) AS stretched
      JOIN ${use} USING (stretch) GROUP BY ${by}, kind, bucket
    ) AS summed GROUP BY ${by}, kind
  ) AS gathered GROUP BY ${by}`;

/** The same if none are requested. */
export const unbinned = (by: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT ${by}, NULL::jsonb AS histograms FROM counted`;

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
