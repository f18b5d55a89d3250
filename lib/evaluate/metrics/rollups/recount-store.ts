import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { countSlices, deleteSlices } from "./count-slices-store.ts";
import { type DueHour, daysOf, MOST_ANSWERS, minutesOf, partsWithin } from "./due-hours.ts";
import { findSlices } from "./find-slices-store.ts";
import { dimensionColumns, keyColumns, margins, type SliceWidth } from "./slice-columns.ts";
import { beginningOf, names, timeRanges } from "./slice-sql-store.ts";
import { writeSums } from "./sum-slices-store.ts";

/** Replaces slices of a width by sums of the finer ones they contain. */
async function mergeSlices(
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

/** The columns of the finer slices, with the start of the containing slice. */
const columnsOf = (width: SliceWidth, rest: readonly string[]): string[] => [
  `${beginningOf(width, "start").sql} AS start`,
  ...keyColumns.filter((column) => column !== "start"),
  ...rest,
];

/** Builds the margins of counted slices, which must not exist yet. */
async function addMargins(
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
      SELECT start, ${names(["margin.cube", ...marginKey])}, ${names(rest)}
      FROM (${findSlices(project, sought, ["cube", "start", ...marginColumns, ...rest])}) AS counted
      JOIN LATERAL (VALUES ${MARGINS}) AS margin (of, cube, ${names(marginColumns)}) ON margin.of = counted.cube`,
  );
}

/** The dimensions of any margin. */
const marginColumns = [...new Set(Object.values(margins).flatMap(({ by }) => by))];

/** The dimensions of a margin; those that no margin has are "". */
const marginKey = [
  ...marginColumns.map((column) => `margin.${column}`),
  ...dimensionColumns.filter((column) => !marginColumns.includes(column)).map((column) => `'' AS ${column}`),
];

/** A counted slice as a slice of each margin of its cube; other dimensions are "". */
const MARGINS = Prisma.raw(
  Object.entries(margins)
    .map(([cube, { of, by }]) => {
      const key = marginColumns.map((column) => (by.includes(column) ? `counted.${column}` : "''"));
      return `('${of}'::"SliceCube", '${cube}'::"SliceCube", ${key.join(", ")})`;
    })
    .join(", "),
);

/** How hours are counted. */
export interface Recounting {
  /** Hours with this many answers are kept by the minute. */
  busyHour: number;
  /** The days to build from hours; defaults to the days of the hours. */
  days?: readonly string[];
}

/** Recounts hours and their days; busy hours, and those due by the minute, minute by minute. */
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

/** The number of answers in slices of a width, by hour. */
export async function answersByHour(
  tx: Transaction,
  projectId: string,
  width: "minute" | "hour",
  starts: readonly string[],
): Promise<[hour: string, answers: number][]> {
  if (starts.length === 0) return [];
  const found = await tx.$queryRaw<{ hour: Date; answers: number }[]>`
    SELECT ${beginningOf("hour", "created_at")} AS hour, count(*)::int AS answers
    FROM ${timeRanges(starts, width)} AS due (since, until)
    CROSS JOIN LATERAL (
      SELECT created_at FROM interactions WHERE project_id = ${projectId}::uuid
        AND created_at >= due.since AND created_at < due.until ORDER BY created_at OFFSET 0
    ) AS answer
    GROUP BY hour`;
  return found.map(({ hour, answers }) => [hour.toISOString(), answers]);
}
