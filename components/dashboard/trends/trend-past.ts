import { localDate } from "#lib/domain/calendar.ts";

/** The steps that have begun: of those to come nothing is known, which is a gap and not a zero. */
export const begunSteps = <Point extends { at: string }>(
  points: readonly Point[],
  { unit, tz, now }: { unit: "day" | "hour"; tz: string; now: Date },
): Point[] =>
  points.filter(({ at }) => (unit === "day" ? at <= localDate(tz, now) : Date.parse(at) <= now.getTime()));
