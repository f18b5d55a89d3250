import { addDays, daysBetween } from "#lib/domain/calendar.ts";
import type { Rate } from "#lib/domain/rate.ts";
import { type AgedRatings, decayedRate } from "./decayed-rate.ts";

/** The thumbs of one local day. */
export interface DayOfRatings {
  day: string;
  up: number;
  down: number;
}

/** Ratings below this weight are ignored. */
const LEAST_WEIGHT = 0.01;

/** How many previous days contribute to a day's decayed rate. */
export const decayReach = (halfLifeDays: number): number =>
  Math.ceil(-Math.log2(LEAST_WEIGHT) * halfLifeDays);

/**
 * The decayed rate at the end of each day since `from`, over the ratings of that day and of earlier days within reach.
 * `days` are in order, each date once, and start `decayReach` days before `from` if there were ratings.
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
