import { Prisma } from "#lib/platform/db/client";
import { partKinds, type SliceWidth } from "./slice-columns.ts";
import { names, stretches } from "./slice-sql-store.ts";

/** Where slices are kept, and what of them has names. */
export type SliceTable = "metric_slices" | "metric_slice_parts";

/** Which slices are looked for. */
export interface Sought {
  /** Their own width. */
  width: SliceWidth;
  /** The stretches of time that they lie in, as starts of slices of a width. */
  within: { width: SliceWidth; starts: readonly string[] };
}

/**
 * Slices of a project, or their parts, by their key, whatever the planner knows of the table: every column of the key
 * before `start` is named, and OFFSET 0 keeps the look into each stretch from becoming a join.
 */
export function findSlices(
  project: Prisma.Sql,
  table: SliceTable,
  { width, within }: Sought,
  columns: readonly string[],
): Prisma.Sql {
  const [kinds, ofKind] =
    table === "metric_slice_parts"
      ? [Prisma.sql`CROSS JOIN unnest(${partKinds}::text[]) AS sort (kind)`, Prisma.sql`AND kind = sort.kind`]
      : [Prisma.empty, Prisma.empty];
  return Prisma.sql`
    SELECT found.* FROM ${stretches(within.starts, within.width)} AS due (since, until)
    CROSS JOIN unnest(enum_range(NULL::"SliceCube")) AS each (one) ${kinds}
    CROSS JOIN LATERAL (
      SELECT ${names(columns)} FROM ${Prisma.raw(table)}
      WHERE project_id = ${project} AND cube = each.one AND width = ${width}::"SliceWidth" ${ofKind}
        AND start >= due.since AND start < due.until OFFSET 0
    ) AS found`;
}
