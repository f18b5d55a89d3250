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
  ...partLists,
]);

/** The parts of a slice, one by one, beside it. */
export const UNFOLDED: Prisma.Sql = Prisma.sql`CROSS JOIN LATERAL (
  SELECT part, COALESCE(count, 1) AS count, COALESCE(sum, 0) AS sum, COALESCE(sum_squares, sum * sum, 0) AS sum_squares
  FROM unnest(${names(partLists)}) AS one (part, count, sum, sum_squares)
) AS parts`;

const HAS_VALUE = "(sum <> 0 OR sum_squares <> 0)";

/** What was counted more than once comes first, then what has a value. */
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

/** The stretches of time that slices of one width cover, as a table of two columns: neighbours are one. */
export function timeRanges(starts: readonly string[], width: SliceWidth): Prisma.Sql {
  const found = toTimeRanges(starts, width);
  const ends = (of: (stretch: TimeRange) => string) => Prisma.sql`${found.map(of)}::text[]::timestamptz[]`;
  return Prisma.sql`unnest(${ends(({ since }) => since)}, ${ends(({ until }) => until)})`;
}

/** When the slice of a width begins that a moment lies in. */
export const beginningOf = (width: SliceWidth, moment: string): Prisma.Sql =>
  Prisma.raw(`date_bin('1 ${width}'::interval, ${moment}, 'epoch'::timestamptz)`);
