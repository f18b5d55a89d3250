import { Prisma } from "#lib/platform/db/client.ts";
import type { SliceWidth } from "./slice-columns.ts";
import { names, timeRanges } from "./slice-sql-store.ts";

/** Which slices to find. */
export interface Sought {
  /** Their own width. */
  width: SliceWidth;
  /** Their time ranges, as starts of slices of a width. */
  within: { width: SliceWidth; starts: readonly string[] };
}

/**
 * Slices of a project by their key, whatever the planner knows of the table: every column of the key
 * before `start` is named, and OFFSET 0 keeps the look into each stretch from becoming a join.
 */
export function findSlices(
  project: Prisma.Sql,
  { width, within }: Sought,
  columns: readonly string[],
): Prisma.Sql {
  return Prisma.sql`
    SELECT found.* FROM ${timeRanges(within.starts, within.width)} AS due (since, until)
    CROSS JOIN unnest(enum_range(NULL::"SliceCube")) AS each (one)
    CROSS JOIN LATERAL (
      SELECT ${names(columns)} FROM metric_slices
      WHERE project_id = ${project} AND cube = each.one AND width = ${width}::"SliceWidth"
        AND start >= due.since AND start < due.until OFFSET 0
    ) AS found`;
}
