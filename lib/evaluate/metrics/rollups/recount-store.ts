import type { Transaction } from "#lib/platform/db/client.ts";
import { addMargins } from "./add-margins-store.ts";
import { countSlices } from "./count-slices-store.ts";
import { type DueHour, daysOf, MOST_ANSWERS, minutesOf, partsWithin } from "./due-hours.ts";
import { mergeSlices } from "./merge-slices-store.ts";
import { beginningOf, stretches } from "./slice-sql-store.ts";

/** How hours are counted. */
export interface Recounting {
  /** An hour with so many answers is kept by the minute. */
  busyHour: number;
  /** The days to make of their hours; those of the hours, where nothing is said. */
  days?: readonly string[];
}

/** Counts hours again, those that are due by the minute or are busy by their minutes, and their days. */
export async function recount(
  tx: Transaction,
  projectId: string,
  due: readonly DueHour[],
  { busyHour, days }: Recounting,
): Promise<void> {
  const small = due.filter(({ minutes, answers }) => !minutes && answers < busyHour);
  const kept = due.filter(({ minutes, answers }) => minutes || answers >= busyHour);
  for (const part of partsWithin(small, MOST_ANSWERS)) {
    await countSlices(tx, projectId, "hour", startsOf(part));
    await addMargins(tx, projectId, "hour", startsOf(part));
  }
  const minutes = kept.flatMap(({ hour, minutes: marked, answers }) => {
    const these = marked ?? minutesOf(hour);
    return these.map((minute) => ({ hour: minute, answers: answers / these.length }));
  });
  for (const part of partsWithin(minutes, MOST_ANSWERS)) {
    await countSlices(tx, projectId, "minute", startsOf(part));
    await addMargins(tx, projectId, "minute", startsOf(part));
  }
  if (kept.length > 0) await mergeSlices(tx, projectId, "minute", "hour", startsOf(kept));
  const whole = days ?? daysOf(startsOf(due));
  if (whole.length > 0) await mergeSlices(tx, projectId, "hour", "day", whole);
}

const startsOf = (hours: readonly { hour: string }[]) => hours.map(({ hour }) => hour);

/** How many answers the slices of one width hold, by the hours that they lie in. */
export async function answersByHour(
  tx: Transaction,
  projectId: string,
  width: "minute" | "hour",
  starts: readonly string[],
): Promise<[hour: string, answers: number][]> {
  if (starts.length === 0) return [];
  const found = await tx.$queryRaw<{ hour: Date; answers: number }[]>`
    SELECT ${beginningOf("hour", "created_at")} AS hour, count(*)::int AS answers
    FROM ${stretches(starts, width)} AS due (since, until)
    CROSS JOIN LATERAL (
      SELECT created_at FROM interactions WHERE project_id = ${projectId}::uuid
        AND created_at >= due.since AND created_at < due.until ORDER BY created_at OFFSET 0
    ) AS answer
    GROUP BY hour`;
  return found.map(({ hour, answers }) => [hour.toISOString(), answers]);
}
