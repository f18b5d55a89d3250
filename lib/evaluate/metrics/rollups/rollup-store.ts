import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { lockCounting, lockCountingWithin, lockTaken } from "#lib/platform/db/counting-lock.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { PATIENCE, planned } from "#lib/platform/db/planned.ts";
import { deleteSlices } from "./count-slices-store.ts";
import { type DueHour, dueHours, hoursOf, minutesOf, withinReach } from "./due-hours.ts";
import { measureEdits } from "./measure-edits-store.ts";
import { answersByHour, recount } from "./recount-store.ts";
import { timeRanges } from "./slice-sql-store.ts";
import { takeMarks } from "./take-marks-store.ts";

export { lockCounting };

/** Maximum hours recounted per transaction. */
const HOURS_AT_ONCE = 500;

/** Hours with this many answers are also kept by the minute, so that one rating does not recount all of them. */
const BUSY_HOUR = 20_000;

/**
 * Updates a project's rollups to its raw rows at the time of the call: recounts every marked hour, or only the marked
 * minutes of a busy one. Without marks, it is two cheap lookups.
 *
 * Nothing is lost and nothing is counted twice. A writer's mark is committed with its raw rows, so who sees the mark
 * sees the rows. Counting takes the marks away first and reads the raw rows in a later statement, whose snapshot (READ
 * COMMITTED) is at least as new; a mark that is committed in between stays for the next time. Who finds marks that
 * another process is counting waits until they are counted; the advisory lock makes it wait before it holds any mark
 * itself, so that two processes never wait for each other. Writers take no lock and wait for nobody.
 */
export async function refreshRollups(projectId: string, busyHour = BUSY_HOUR): Promise<void> {
  // Not in the counting transaction: corrections of the same answers would have to wait for it.
  await measureEdits(projectId);
  while (await countDueHours(projectId, { busyHour }));
}

/**
 * The same for readers: leaves large amounts to the job, and does not wait long for another process that counts.
 * @param most the maximum number of answers to count.
 */
export async function refreshLittle(projectId: string, most: number): Promise<void> {
  if ((await answersDue(projectId)) > most) return;
  await measureEdits(projectId, READERS_COMPARE_MS);
  try {
    while (await countDueHours(projectId, { busyHour: BUSY_HOUR, patienceMs: READERS_WAIT_MS }));
  } catch (error) {
    if (!hasErrorCode(error, lockTaken)) throw error;
  }
}

/** How long a reader waits for another process that counts, in milliseconds; 0 waits indefinitely. */
const READERS_WAIT_MS = 2_000;

/** How long a reader waits for corrections to be compared, in milliseconds. */
const READERS_COMPARE_MS = 500;

/** The number of answers to recount. */
async function answersDue(projectId: string): Promise<number> {
  const marked = await nextMarks(db(), projectId);
  if (marked.length === 0) return 0;
  return planned(async (tx) => {
    const due = await sizedHours(tx, projectId, marked);
    return due.reduce((sum, { answers }) => sum + answers, 0);
  });
}

/** The projects with pending counts. */
export async function dueProjects(): Promise<string[]> {
  const due = await db().$queryRaw<{ projectId: string }[]>`
    SELECT project_id AS "projectId" FROM metric_marks GROUP BY project_id`;
  return due.map(({ projectId }) => projectId);
}

/** Deletes minute slices of hours before `before`; later changes recount the whole hour. */
export async function forgetMinutes(before: Date): Promise<void> {
  const old = await db().$queryRaw<{ projectId: string }[]>`
    SELECT projects.project_id AS "projectId" FROM projects CROSS JOIN LATERAL (
      SELECT FROM metric_slices AS slice WHERE slice.project_id = projects.project_id AND slice.cube = 'core'
        AND slice.width = 'minute' AND slice.start < ${before.toISOString()}::text::timestamptz LIMIT 1
    ) AS kept`;
  for (const { projectId } of old) await forgetMinutesOf(projectId, before);
}

async function forgetMinutesOf(projectId: string, before: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockCounting(tx, projectId);
    await tx.$executeRaw`
      DELETE FROM metric_slices WHERE project_id = ${projectId}::uuid
        AND cube = ANY(enum_range(NULL::"SliceCube")) AND width = 'minute'
        AND start < ${before.toISOString()}::text::timestamptz`;
  }, PATIENCE);
}

/** Recounts whole hours, whether or not they are marked, and builds the days that end with them. */
export function recountHours(
  projectId: string,
  due: readonly DueHour[],
  days: readonly string[],
  busyHour: number,
): Promise<void> {
  const hours = due.map(({ hour }) => hour);
  return counting(projectId, async (tx) => {
    const within = Prisma.sql`USING ${timeRanges(hours, "hour")} AS due (since, until)
      WHERE project_id = ${projectId}::uuid AND minute >= due.since AND minute < due.until`;
    await takeMarks(tx, projectId, within);
    await deleteSlices(tx, projectId, "minute", hours.flatMap(minutesOf));
    await recount(tx, projectId, due, { busyHour, days });
  });
}

/** A counting transaction, exclusive per project. */
function counting<T>(projectId: string, count: (tx: Transaction) => Promise<T>, patienceMs = 0): Promise<T> {
  return planned(async (tx) => {
    await lockCountingWithin(tx, projectId, patienceMs);
    return count(tx);
  });
}

/** The marked minutes of the earliest marked hours. */
async function nextMarks(tx: Transaction, projectId: string): Promise<Date[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const marked = await tx.$queryRaw<{ minute: Date }[]>`
    SELECT DISTINCT minute FROM metric_marks WHERE project_id = ${project} AND minute < (
      SELECT max(hour) + interval '1 hour' FROM (
        SELECT DISTINCT date_trunc('hour', minute, 'UTC') AS hour FROM metric_marks WHERE project_id = ${project}
        ORDER BY hour LIMIT ${HOURS_AT_ONCE}::int
      ) AS earliest
    ) ORDER BY minute`;
  return marked.map(({ minute }) => minute);
}

/**
 * Deletes the marks of the earliest hours and recounts them.
 * @returns whether marks from the time of the call are left.
 */
function countDueHours(
  projectId: string,
  { busyHour, patienceMs }: { busyHour: number; patienceMs?: number },
): Promise<boolean> {
  return counting(
    projectId,
    async (tx) => {
      const marked = await nextMarks(tx, projectId);
      if (marked.length === 0) return false;
      const all = await sizedHours(tx, projectId, marked);
      const due = withinReach(all);
      const hours = due.map(({ hour }) => hour);
      const taken = marked.filter((minute) => hours.includes(hoursOf([minute])[0] ?? ""));
      const which = Prisma.sql`WHERE project_id = ${projectId}::uuid
        AND minute = ANY(${taken.map((minute) => minute.toISOString())}::text[]::timestamptz[])`;
      await takeMarks(tx, projectId, which);
      await recount(tx, projectId, due, { busyHour });
      return due.length < all.length || all.length >= HOURS_AT_ONCE;
    },
    patienceMs,
  );
}

/** The hours to recount for marked minutes in chronological order, with their number of answers. */
async function sizedHours(tx: Transaction, projectId: string, marked: readonly Date[]): Promise<DueHour[]> {
  const due = dueHours(marked, await hoursByMinute(tx, projectId, hoursOf(marked)));
  const [byMinute, whole] = [due.filter(({ minutes }) => minutes), due.filter(({ minutes }) => !minutes)];
  const minutes = byMinute.flatMap((one) => one.minutes ?? []);
  const sizes = new Map([
    ...(await answersByHour(tx, projectId, "minute", minutes)),
    ...(await answersByHour(
      tx,
      projectId,
      "hour",
      whole.map(({ hour }) => hour),
    )),
  ]);
  return due.map((one) => ({ ...one, answers: sizes.get(one.hour) ?? 0 }));
}

/** Which of some hours are kept by the minute. */
async function hoursByMinute(tx: Transaction, projectId: string, hours: readonly string[]): Promise<Date[]> {
  const kept = await tx.$queryRaw<{ hour: Date }[]>`
    SELECT due.hour FROM unnest(${hours}::text[]::timestamptz[]) AS due (hour)
    CROSS JOIN LATERAL (
      SELECT FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'minute'
        AND start >= due.hour AND start < due.hour + interval '1 hour' LIMIT 1
    ) AS kept`;
  return kept.map(({ hour }) => hour);
}
