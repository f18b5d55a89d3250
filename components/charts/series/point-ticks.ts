import { clockIn } from "#lib/domain/calendar.ts";
import type { PointUnit } from "./series-data.ts";

/** As many names as fit under a chart on a phone. */
const MOST = 6;

/** Hours between two names under a chart, from which the first that fits is taken. */
const HOUR_STEPS = [1, 2, 3, 6, 12, 24];

/** The points that are named under a chart: days evenly, the newest among them; hours where the local clock is round. */
export function pointTicks(points: readonly string[], unit: PointUnit, tz: string): string[] {
  if (unit === "label") return [...points];
  if (unit === "day") return spread(points, MOST);
  const hours = points.map((point) => ({ point, hour: Number(clockIn(tz, new Date(point)).slice(11, 13)) }));
  const round = (step: number) => hours.filter(({ hour }) => hour % step === 0).map(({ point }) => point);
  const step = HOUR_STEPS.find((each) => round(each).length <= MOST) ?? 24;
  return spread(round(step), MOST);
}

/** At most `most` of the entries, evenly apart, the last always among them: the newest day is the one people look for. */
export function spread<T>(entries: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(entries.length / most));
  return entries.filter((_, index) => (entries.length - 1 - index) % step === 0);
}
