import { db, Prisma, type Transaction } from "#lib/platform/db/client";
import { countSlices } from "./count-slices-store.ts";
import { type DueHour, daysOf, dueHours, hoursOf, minutesOf } from "./due-hours.ts";
import { measureEdits } from "./measure-edits-store.ts";
import { mergeSlices } from "./merge-slices-store.ts";

/** Most hours that one transaction counts again. */
const HOURS_AT_ONCE = 500;

/** How long such a transaction may take, and how long it may wait for a connection, in milliseconds. */
const PATIENCE = { timeout: 120_000, maxWait: 20_000 };

/** Sets this advisory lock apart from others; the second key is the project. */
const COUNTING = 7_305_022;

/** An hour with so many answers is kept by the minute too, so that one rating does not count all of them again. */
const BUSY_HOUR = 20_000;

/**
 * Brings a project's rollups up to its raw rows: counts every marked hour again, of a busy one the marked minutes alone.
 * Without marks it is one cheap look.
 *
 * Nothing is lost and nothing is counted twice. A writer's mark is committed with its raw rows, so who sees the mark
 * sees the rows. Counting takes the marks away first and reads the raw rows in a later statement, whose snapshot (READ
 * COMMITTED) is at least as new; a mark that is committed in between stays for the next time. Who finds marks that
 * another process is counting waits until they are counted; the advisory lock makes it wait before it holds any mark
 * itself, so that two processes never wait for each other. Writers take no lock and wait for nobody.
 */
export async function refreshRollups(projectId: string, busyHour = BUSY_HOUR): Promise<void> {
  for (;;) {
    // Not in the transaction that counts: who corrects the same answers would wait for it.
    await measureEdits(projectId);
    const marked = await nextMarks(db(), projectId);
    if (marked.length === 0) return;
    await countDueHours(projectId, busyHour);
  }
}

/** The projects that have marks to count. */
export async function dueProjects(): Promise<string[]> {
  const due = await db().metricMark.findMany({ distinct: ["projectId"], select: { projectId: true } });
  return due.map(({ projectId }) => projectId);
}

/** Takes away all that was counted of a project that is gone; waits for who is still counting it. */
export async function forgetRollups(projectId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockCounting(tx, projectId);
    await tx.metricMark.deleteMany({ where: { projectId } });
    await tx.metricSlicePart.deleteMany({ where: { projectId } });
    await tx.metricSlice.deleteMany({ where: { projectId } });
  }, PATIENCE);
}

/** Takes away what was counted by the minute of hours before `before`: what changes there counts its hour again. */
export async function forgetMinutes(projectId: string, before: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockCounting(tx, projectId);
    for (const table of ["metric_slices", "metric_slice_parts"]) {
      await tx.$executeRaw`
        DELETE FROM ${Prisma.raw(table)} WHERE project_id = ${projectId}::uuid
          AND cube = ANY(enum_range(NULL::"SliceCube")) AND width = 'minute'
          AND start < ${before.toISOString()}::text::timestamptz`;
    }
  }, PATIENCE);
}

/** Takes away all that was counted and marks every minute that has answers, so that the next refresh counts all of it. */
export async function markAllMinutes(projectId: string): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  await forgetRollups(projectId);
  await db().$executeRaw`
    INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT ${project}, date_trunc('minute', created_at, 'UTC') FROM interactions WHERE project_id = ${project}`;
}

const lockCounting = (tx: Transaction, projectId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${COUNTING}::int, hashtext(${projectId}))`;

/** The marked minutes of the earliest hours that have any. */
async function nextMarks(tx: Transaction, projectId: string): Promise<Date[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const marked = await tx.$queryRaw<{ minute: Date }[]>`
    SELECT DISTINCT minute FROM metric_marks WHERE project_id = ${project} AND minute < (
      SELECT max(hour) + interval '1 hour' FROM (
        SELECT DISTINCT date_trunc('hour', minute, 'UTC') AS hour FROM metric_marks WHERE project_id = ${project}
        ORDER BY hour LIMIT ${HOURS_AT_ONCE}::int
      ) AS earliest
    )`;
  return marked.map(({ minute }) => minute);
}

/** Takes the marks of the earliest hours away and counts what they name. */
function countDueHours(projectId: string, busyHour: number): Promise<void> {
  return db().$transaction(
    async (tx) => {
      await lockCounting(tx, projectId);
      const marked = await nextMarks(tx, projectId);
      if (marked.length === 0) return;
      await tx.metricMark.deleteMany({ where: { projectId, minute: { in: marked } } });
      const due = dueHours(marked, await hoursByMinute(tx, projectId, hoursOf(marked)));
      await recount(tx, projectId, due, busyHour);
    },
    { ...PATIENCE, isolationLevel: "ReadCommitted" },
  );
}

/** Those of some hours that are kept by the minute. */
async function hoursByMinute(tx: Transaction, projectId: string, hours: readonly string[]): Promise<Date[]> {
  const kept = await tx.$queryRaw<{ hour: Date }[]>`
    SELECT due.hour FROM unnest(${hours}::text[]::timestamptz[]) AS due (hour)
    WHERE EXISTS (
      SELECT FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'minute'
        AND start >= due.hour AND start < due.hour + interval '1 hour'
    )`;
  return kept.map(({ hour }) => hour);
}

async function recount(
  tx: Transaction,
  projectId: string,
  due: readonly DueHour[],
  busyHour: number,
): Promise<void> {
  const startsOf = (hours: readonly DueHour[]) => hours.map(({ hour }) => hour);
  const [byMinute, whole] = [due.filter(({ minutes }) => minutes), due.filter(({ minutes }) => !minutes)];
  if (whole.length > 0) await countSlices(tx, projectId, "hour", startsOf(whole));
  const busy = await busyHours(tx, projectId, startsOf(whole), busyHour);
  const minutes = [...byMinute.flatMap((one) => one.minutes ?? []), ...busy.flatMap(minutesOf)];
  if (minutes.length > 0) await countSlices(tx, projectId, "minute", minutes);
  if (byMinute.length > 0) await mergeSlices(tx, projectId, "minute", "hour", startsOf(byMinute));
  await mergeSlices(tx, projectId, "hour", "day", daysOf(startsOf(due)));
}

/** Those of some hours that have too many answers to count them all for every change. */
async function busyHours(
  tx: Transaction,
  projectId: string,
  hours: readonly string[],
  least: number,
): Promise<string[]> {
  const busy = await tx.$queryRaw<{ hour: Date }[]>`
    SELECT start AS hour FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'hour'
      AND start = ANY(${hours}::text[]::timestamptz[]) GROUP BY start HAVING sum(interactions) >= ${least}::int`;
  return busy.map(({ hour }) => hour.toISOString());
}
