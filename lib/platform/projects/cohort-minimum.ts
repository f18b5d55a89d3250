import { z } from "zod";
import { db } from "../db/client.ts";

/** Most thumbs that a project may ask of a cohort. */
const MOST = 1_000;

/** With fewer thumbs than this a cohort is withheld. One person's rating is theirs to tell. */
export const cohortMinimumSchema = z.strictObject({ cohort_minimum: z.int().min(2).max(MOST) });

/** How many thumbs a cohort of a project needs to be shown. */
export async function readCohortMinimum(projectId: string): Promise<number> {
  const { cohortMinimum } = await db().project.findUniqueOrThrow({
    where: { projectId },
    select: { cohortMinimum: true },
  });
  return cohortMinimum;
}

/** Changes how many thumbs a cohort of a project needs to be shown. */
export async function setCohortMinimum(projectId: string, cohortMinimum: number): Promise<void> {
  await db().project.update({ where: { projectId }, data: { cohortMinimum }, select: { projectId: true } });
}
