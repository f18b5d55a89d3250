import { addDays, daysBetween } from "#lib/domain/calendar.ts";
import type { Rate } from "#lib/domain/rate.ts";
import { type AgedRatings, decayedRate } from "./decayed-rate.ts";

/** The thumbs of one local day. */
export interface DayOfRatings {
  day: string;
  up: number;
  down: number;
}

/** The rating whose weight fell to this counts no more. */
const LEAST_WEIGHT = 0.01;

/** How many days before a day still count for its decayed rate. */
export const decayReach = (halfLifeDays: number): number =>
  Math.ceil(-Math.log2(LEAST_WEIGHT) * halfLifeDays);

/**
 * The decayed rate as it stood at the end of each day from `from` on: over the ratings of that day and of those before it
 * that still count. `days` are in order, each date once, and begin `decayReach` days before `from` where there were ratings.
 */
export function decayedSeries(
  days: readonly DayOfRatings[],
  from: string,
  halfLifeDays: number,
): { day: string; rate: Rate }[] {
  const reach = decayReach(halfLifeDays);
  const rated = days.filter(({ up, down }) => up + down > 0);
  return days
    .filter(({ day }) => day >= from)
    .map(({ day }) => {
      const oldest = addDays(day, -reach);
      const counted = rated.filter((each) => each.day <= day && each.day >= oldest);
      const aged = counted.map(
        ({ day: of, up, down }): AgedRatings => ({ ageDays: daysBetween(of, day) - 1, up, down }),
      );
      return { day, rate: decayedRate(aged, halfLifeDays) };
    });
}
