import { Prisma } from "#lib/platform/db/client.ts";
import type { CountedCube } from "./slice-columns.ts";

/** The dimensions of answers used by any cube, in CTEs of raw rows. */
export const DIMENSIONS: Prisma.Sql = Prisma.sql`start, feature_name, model_name, prompt_template, prompt_version,
  variant, tenant, language, segment`;

interface Cut {
  /** The key of a slice in the order of KEY, and the columns to group by. */
  key: string;
  by: string;
  where: string;
}

const core = "start, feature_name, model_name, prompt_template, prompt_version, variant";

/** Cohorts are counted by feature. Answers without a tenant are in no tenant cohort. */
const cohortCut = (cube: Exclude<CountedCube, "core">): Cut => ({
  key: `'${cube}'::"SliceCube" AS cube, start, feature_name, '' AS model_name, '' AS prompt_template,
    '' AS prompt_version, '' AS variant, ${cube} AS cohort`,
  by: `start, feature_name, ${cube}`,
  where: `${cube} <> ''`,
});

const cuts: Cut[] = [
  { key: `'core'::"SliceCube" AS cube, ${core}, '' AS cohort`, by: core, where: "true" },
  cohortCut("tenant"),
  cohortCut("language"),
  cohortCut("segment"),
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
