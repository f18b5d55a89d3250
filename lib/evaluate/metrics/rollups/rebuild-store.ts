import { Prisma } from "#lib/platform/db/client.ts";
import { planned } from "#lib/platform/db/planned.ts";
import { type DueHour, daysOf, MOST_ANSWERS, partsWithin } from "./due-hours.ts";
import { compareAgain } from "./measure-edits-store.ts";
import { recountHours } from "./rollup-store.ts";

/** The progress of a rebuild. */
export interface RebuildProgress {
  /** Compared corrections; this is the first phase. */
  corrections: number;
  hours: number;
  /** 0 until known. */
  ofHours: number;
  answers: number;
  ofAnswers: number;
}

/**
 * Recounts a project and compares all its corrections again, a few hours at a time. Earlier counts stay until they are
 * replaced, and new writes are counted as usual. Hours are kept by the minute only if they are too large to count at
 * once.
 */
export async function rebuildRollups(
  projectId: string,
  onProgress: (progress: RebuildProgress) => void,
): Promise<void> {
  const progress: RebuildProgress = { corrections: 0, hours: 0, ofHours: 0, answers: 0, ofAnswers: 0 };
  await compareAgain(projectId, (corrections) => {
    progress.corrections += corrections;
    onProgress({ ...progress });
  });
  const all = await allHours(projectId);
  progress.ofHours = all.length;
  progress.ofAnswers = all.reduce((sum, { answers }) => sum + answers, 0);
  onProgress({ ...progress });
  for (const part of partsWithin(all, MOST_ANSWERS)) {
    const next = all[progress.hours + part.length]?.hour;
    // A day is built once, with its last hour.
    const days = daysOf(part.map(({ hour }) => hour)).filter((day) => !next || !daysOf([next]).includes(day));
    await recountHours(projectId, part, days, MOST_ANSWERS);
    progress.hours += part.length;
    progress.answers += part.reduce((sum, { answers }) => sum + answers, 0);
    onProgress({ ...progress });
  }
}

/** All hours with answers, or with slices of deleted answers, in order. */
function allHours(projectId: string): Promise<DueHour[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return planned(async (tx) => {
    const found = await tx.$queryRaw<{ hour: Date; answers: number }[]>`
      SELECT hour, sum(answers)::int AS answers FROM (
        SELECT date_bin('1 hour', created_at, 'epoch'::timestamptz) AS hour, count(*) AS answers FROM interactions
        WHERE project_id = ${project} GROUP BY hour
        UNION ALL
        SELECT date_bin('1 hour', start, 'epoch'::timestamptz), 0 FROM metric_slices WHERE project_id = ${project}
        GROUP BY 1
      ) AS hours GROUP BY hour ORDER BY hour`;
    return found.map(({ hour, answers }) => ({ hour: hour.toISOString(), minutes: null, answers }));
  });
}
