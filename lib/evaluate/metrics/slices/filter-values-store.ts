import { BEYOND } from "#lib/domain/beyond.ts";
import { type CohortKind, cohortKinds } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";

/**
 * The combinations of feature, model, prompt template and version in a project's answers, most answers first, at most
 * `most`.
 */
export function readDimensions(
  projectId: string,
  most: number,
): Promise<{ featureName: string; modelName: string; promptTemplate: string; promptVersion: string }[]> {
  return db().$queryRaw`
    SELECT feature_name AS "featureName", model_name AS "modelName", prompt_template AS "promptTemplate",
      prompt_version AS "promptVersion"
    FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day'
      AND ${BEYOND} NOT IN (feature_name, model_name, prompt_template, prompt_version)
    GROUP BY feature_name, model_name, prompt_template, prompt_version
    ORDER BY sum(interactions) DESC LIMIT ${most}::int`;
}

const cohortCubes = Prisma.raw(cohortKinds.map((kind) => `'${kind}'`).join(", "));

/** The cohorts of each kind in a project's answers since a time, most answers first, at most `most` per kind. */
export function readCohorts(
  projectId: string,
  since: Date,
  most: number,
): Promise<{ kind: CohortKind; value: string }[]> {
  return db().$queryRaw`
    SELECT kind, value FROM (
      SELECT cube::text AS kind, cohort AS value, row_number() OVER (PARTITION BY cube ORDER BY sum(interactions) DESC, cohort) AS place
      FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = ANY(ARRAY[${cohortCubes}]::"SliceCube"[])
        AND width = 'day' AND start >= ${since.toISOString()}::timestamptz AND cohort <> ${BEYOND} GROUP BY cube, cohort
    ) AS ranked WHERE place <= ${most}::int ORDER BY kind, place`;
}
