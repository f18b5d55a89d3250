import { type CohortKind, cohortKinds, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import { ownColumns } from "./slice-columns.ts";
import { names } from "./slice-sql-store.ts";

/** The dimensions of answers used by any cube, in CTEs of raw rows. */
export const DIMENSIONS: Prisma.Sql = names([
  "start",
  ...dimensionNames.map((name) => dimensions[name].column),
]);

interface Cut {
  /** The key of a slice in the order of KEY, and the columns to group by. */
  key: string;
  by: string;
  where: string;
}

const core = ["start", ...ownColumns].join(", ");

const feature = dimensions.feature.column;

const notFeature = ownColumns.filter((column) => column !== feature);

/** Cohorts are counted by feature. Answers without a tenant are in no tenant cohort. */
const cohortCut = (kind: CohortKind): Cut => ({
  key: `'${kind}'::"SliceCube" AS cube, start, ${feature}, ${notFeature.map((column) => `'' AS ${column}`).join(", ")},
    ${kind} AS cohort`,
  by: `start, ${feature}, ${kind}`,
  where: `${kind} <> ''`,
});

const cuts: Cut[] = [
  { key: `'core'::"SliceCube" AS cube, ${core}, '' AS cohort`, by: core, where: "true" },
  ...cohortKinds.map(cohortCut),
];

/**
 * Groups raw rows into every cube that is counted, in the order of KEY. Each cube is a query of its own: GROUPING SETS
 * are sorted, by texts, wherever the planner expects many rows.
 * @param columns the columns of each group after its key.
 * @param and additional columns to group by within a cube.
 */
export const inCubes = (columns: Prisma.Sql, from: Prisma.Sql, and: Prisma.Sql = Prisma.empty): Prisma.Sql =>
  Prisma.join(
    cuts.map(
      ({ key, by, where }) => Prisma.sql`
        SELECT ${Prisma.raw(key)}, ${columns} FROM ${from} WHERE ${Prisma.raw(where)} GROUP BY ${Prisma.raw(by)} ${and}`,
    ),
    " UNION ALL ",
  );
