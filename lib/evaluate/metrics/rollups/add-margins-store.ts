import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { findSlices } from "./find-slices-store.ts";
import { margins } from "./slice-columns.ts";
import { names } from "./slice-sql-store.ts";
import { writeSums } from "./sum-slices-store.ts";

/** Makes the margins of slices that were counted; there must be none of them. */
export async function addMargins(
  tx: Transaction,
  projectId: string,
  width: "minute" | "hour",
  starts: readonly string[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const sought = { width, within: { width, starts } };
  await writeSums(
    tx,
    project,
    width,
    (rest) => Prisma.sql`
      SELECT start, ${names(["margin.cube", ...marginColumns.map((column) => `margin.${column}`)])}, '' AS variant, ${names(rest)}
      FROM (${findSlices(project, sought, ["cube", "start", ...marginColumns, ...rest])}) AS counted
      JOIN LATERAL (VALUES ${MARGINS}) AS margin (of, cube, ${names(marginColumns)}) ON margin.of = counted.cube`,
  );
}

/** What any margin is cut by. */
const marginColumns = [...new Set(Object.values(margins).flatMap(({ by }) => by))];

/** A counted slice as one of each margin of its cube: what that is not cut by is "". */
const MARGINS = Prisma.raw(
  Object.entries<{ of: string; by: readonly string[] }>(margins)
    .map(([cube, { of, by }]) => {
      const key = marginColumns.map((column) => (by.includes(column) ? `counted.${column}` : "''"));
      return `('${of}'::"SliceCube", '${cube}'::"SliceCube", ${key.join(", ")})`;
    })
    .join(", "),
);
