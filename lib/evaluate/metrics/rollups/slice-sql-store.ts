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
