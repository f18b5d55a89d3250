import { Prisma } from "#lib/platform/db/client";
import { type Stretch, stretchesOf } from "./due-hours.ts";
import {
  countColumns,
  histogramColumns,
  keyColumns,
  type SliceWidth,
  STARS,
  sumColumns,
} from "./slice-columns.ts";

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

/** The parts of a row of them, one by one, beside it. Sums are absent where no part of the row has a value. */
export const UNFOLDED: Prisma.Sql = Prisma.sql`CROSS JOIN LATERAL (
  SELECT name, count, COALESCE(sum, 0) AS sum, COALESCE(sum_squares, 0) AS sum_squares
  FROM unnest(names, counts, sums, sums_of_squares) AS one (name, count, sum, sum_squares)
) AS part`;

/** Parts folded into the lists of one row, in one order. */
export const FOLDED: Prisma.Sql = Prisma.raw(`
  array_agg(name ORDER BY name COLLATE "C"), array_agg(count::int ORDER BY name COLLATE "C"),
  CASE WHEN bool_or(sum <> 0) THEN array_agg(sum ORDER BY name COLLATE "C") ELSE '{}' END,
  CASE WHEN bool_or(sum_squares <> 0) THEN array_agg(sum_squares ORDER BY name COLLATE "C") ELSE '{}' END`);

/** Numbers 1 to STARS. */
export const starValues: readonly number[] = Array.from({ length: STARS }, (_, index) => index + 1);

/** The stretches of time that slices of one width cover, as a table of two columns: neighbours are one. */
export function stretches(starts: readonly string[], width: SliceWidth): Prisma.Sql {
  const found = stretchesOf(starts, width);
  const ends = (of: (stretch: Stretch) => string) => Prisma.sql`${found.map(of)}::text[]::timestamptz[]`;
  return Prisma.sql`unnest(${ends(({ since }) => since)}, ${ends(({ until }) => until)})`;
}

/** When the slice of a width begins that a moment lies in. */
export const beginningOf = (width: SliceWidth, moment: string): Prisma.Sql =>
  Prisma.raw(`date_bin('1 ${width}'::interval, ${moment}, 'epoch'::timestamptz)`);
