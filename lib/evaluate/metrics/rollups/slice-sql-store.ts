import { Prisma } from "#lib/platform/db/client";
import { countColumns, histogramColumns, keyColumns, STARS, sumColumns } from "./slice-columns.ts";

/** Names as SQL, by commas. */
export const names = (list: readonly string[]): Prisma.Sql => Prisma.raw(list.join(", "));

/** The key of a slice within its project and width. */
export const KEY: Prisma.Sql = names(keyColumns);

/** Every column of a slice but its project and width, in the order in which slices are written. */
export const SLICE: Prisma.Sql = names([
  ...keyColumns,
  "last_at",
  ...countColumns,
  ...Object.keys(sumColumns),
  "stars",
  ...Object.values(histogramColumns).flat(),
]);

/** Numbers 1 to STARS. */
export const starValues: readonly number[] = Array.from({ length: STARS }, (_, index) => index + 1);

/**
 * A CTE body: the histograms of each key as two arrays a kind, of `measures` (KEY, kind, bucket, count), which has one
 * row a bucket.
 */
export const histogramsOf = (measures: Prisma.Sql): Prisma.Sql => {
  const arrays = Object.entries(histogramColumns).flatMap(([kind, [buckets, counts]]) => [
    `COALESCE(array_agg(bucket ORDER BY bucket) FILTER (WHERE kind = '${kind}'), '{}') AS ${buckets}`,
    `COALESCE(array_agg(count ORDER BY bucket) FILTER (WHERE kind = '${kind}'), '{}') AS ${counts}`,
  ]);
  return Prisma.sql`SELECT ${KEY}, ${names(arrays)} FROM ${measures} GROUP BY ${KEY}`;
};

/** The columns of histograms beside slices that may have none. */
export const HISTOGRAMS_OR_NONE: Prisma.Sql = names(
  Object.values(histogramColumns)
    .flat()
    .map((column) => `COALESCE(${column}, '{}')`),
);
