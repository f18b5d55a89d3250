import { Prisma } from "#lib/platform/db/client.ts";
import { type TimeRange, toTimeRanges } from "./due-hours.ts";
import {
  countColumns,
  histogramColumns,
  keyColumns,
  partLists,
  type SliceWidth,
  STARS,
  sumColumns,
} from "./slice-columns.ts";

/** Comma-separated names as SQL. */
export const names = (list: readonly string[]): Prisma.Sql => Prisma.raw(list.join(", "));

/** The key of a slice within its project and width. */
export const KEY: Prisma.Sql = names(keyColumns);

/** All columns of a slice except its project and width, in insertion order. */
export const SLICE: Prisma.Sql = names([
  ...keyColumns,
  "last_at",
  ...countColumns,
  ...Object.keys(sumColumns),
  "stars",
  "raters",
  ...Object.values(histogramColumns).flat(),
  ...partLists,
]);

/** The parts of a slice, unnested. */
export const UNFOLDED: Prisma.Sql = Prisma.sql`CROSS JOIN LATERAL (
  SELECT part, COALESCE(count, 1) AS count, COALESCE(sum, 0) AS sum, COALESCE(sum_squares, sum * sum, 0) AS sum_squares
  FROM unnest(${names(partLists)}) AS one (part, count, sum, sum_squares)
) AS parts`;

const HAS_VALUE = "(sum <> 0 OR sum_squares <> 0)";

/** Parts counted more than once first, then parts with a value. */
const inOrder = (column: string) => `array_agg(${column} ORDER BY count = 1, NOT ${HAS_VALUE}, part)`;

const REPEATED = "count(*) FILTER (WHERE count > 1)";

/**
 * Parts, with their numbers, folded into the lists of one slice. Most slices have seen a thing once, and only scores have
 * values: what follows from that is left out.
 */
export const FOLDED: Prisma.Sql = Prisma.raw(`
  ${inOrder("part")} AS part_names,
  array_agg(count::int ORDER BY NOT ${HAS_VALUE}, part) FILTER (WHERE count > 1) AS part_counts,
  CASE WHEN bool_or(${HAS_VALUE})
    THEN (${inOrder("sum")})[:${REPEATED} + count(*) FILTER (WHERE count = 1 AND ${HAS_VALUE})] END AS part_sums,
  CASE WHEN bool_or(count > 1 AND ${HAS_VALUE}) THEN (${inOrder("sum_squares")})[:${REPEATED}] END AS part_squares`);

/** Numbers 1 to STARS. */
export const starValues: readonly number[] = Array.from({ length: STARS }, (_, index) => index + 1);

/** The time ranges covered by slices of a width, as a table of two columns; adjacent slices are merged. */
export function timeRanges(starts: readonly string[], width: SliceWidth): Prisma.Sql {
  const found = toTimeRanges(starts, width);
  const ends = (of: (stretch: TimeRange) => string) => Prisma.sql`${found.map(of)}::text[]::timestamptz[]`;
  return Prisma.sql`unnest(${ends(({ since }) => since)}, ${ends(({ until }) => until)})`;
}

/** The start of the slice of a width that contains a time. */
export const beginningOf = (width: SliceWidth, moment: string): Prisma.Sql =>
  Prisma.raw(`date_bin('1 ${width}'::interval, ${moment}, 'epoch'::timestamptz)`);
