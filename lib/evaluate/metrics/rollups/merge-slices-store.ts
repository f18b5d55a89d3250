import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { deleteSlices } from "./count-slices-store.ts";
import { findSlices } from "./find-slices-store.ts";
import { keyColumns, type SliceWidth } from "./slice-columns.ts";
import { beginningOf } from "./slice-sql-store.ts";
import { writeSums } from "./sum-slices-store.ts";

/** Makes slices of one width of the finer ones that lie in them, in place of what was there. */
export async function mergeSlices(
  tx: Transaction,
  projectId: string,
  from: "minute" | "hour",
  width: "hour" | "day",
  starts: readonly string[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const sought = { width: from, within: { width, starts } };
  await deleteSlices(tx, projectId, width, starts);
  await writeSums(tx, project, width, (rest) => findSlices(project, sought, columnsOf(width, rest)));
}

/** The columns of the finer slices, with the start of the slice that they lie in for their own. */
const columnsOf = (width: SliceWidth, rest: readonly string[]): string[] => [
  `${beginningOf(width, "start").sql} AS start`,
  ...keyColumns.filter((column) => column !== "start"),
  ...rest,
];
