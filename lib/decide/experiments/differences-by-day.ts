import type { ValueSums } from "#lib/domain/variance.ts";
import { ALPHA } from "../statistics/index.ts";
import { RATERS_MIN } from "./check-arms.ts";
import { type Difference, meanOf, minus, shownDifference } from "./estimate.ts";
import type { MetricScale } from "./sums.ts";

/** The primary metric of an arm's users who were first seen on a day. */
export interface DaySums extends ValueSums {
  variant: string;
  day: string;
}

/** The difference of an arm from the control on each day; null until both have ten users. */
export interface DifferenceLine {
  variant: string;
  differences: (Difference | null)[];
}

/**
 * How the differences from the control narrowed, day by day: each of all users first seen until then, with all they have
 * said since. The intervals of all arms hold at the same time, and on all days together.
 */
export function differencesByDay(
  days: readonly string[],
  sums: readonly DaySums[],
  arms: readonly { variant: string; isControl: boolean }[],
  scale: MetricScale,
): DifferenceLine[] {
  const control = arms.find(({ isControl }) => isControl);
  if (!control) return [];
  const reference = untilEach(days, sums, control.variant);
  return arms
    .filter((arm) => arm !== control)
    .map(({ variant }) => ({
      variant,
      differences: untilEach(days, sums, variant).map((own, index) => {
        const other = reference[index];
        if (!other || Math.min(own.n, other.n) < RATERS_MIN) return null;
        const difference = minus(meanOf(own, scale), meanOf(other, scale));
        return shownDifference(difference, scale, ALPHA / (arms.length - 1));
      }),
    }));
}

/** The sums of an arm until the end of each day. */
function untilEach(days: readonly string[], sums: readonly DaySums[], variant: string): ValueSums[] {
  const own = new Map(sums.flatMap((each) => (each.variant === variant ? [[each.day, each] as const] : [])));
  let known: ValueSums = { n: 0, sum: 0, sumSquares: 0 };
  return days.map((day) => {
    const more = own.get(day);
    if (more)
      known = {
        n: known.n + more.n,
        sum: known.sum + more.sum,
        sumSquares: known.sumSquares + more.sumSquares,
      };
    return known;
  });
}
