import { ALPHA, cuped, type HistorySums } from "../statistics/index.ts";
import { RATERS_MIN } from "./check-arms.ts";
import { type Difference, meanOf, minus, shownDifference } from "./estimate.ts";
import type { MetricScale } from "./sums.ts";

/** The primary metric of an arm's users who were first seen on a day. */
export interface DaySums extends HistorySums {
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
 * said since, adjusted for history where there is enough, as the result is. The intervals of all arms hold at the same
 * time, and on all days together.
 */
export function differencesByDay(
  days: readonly string[],
  sums: readonly DaySums[],
  arms: readonly { variant: string; isControl: boolean }[],
  scale: MetricScale,
): DifferenceLine[] {
  const control = arms.findIndex(({ isControl }) => isControl);
  if (control === -1) return [];
  const byArm = arms.map(({ variant }) => untilEach(days, sums, variant));
  const found = days.map((_, day) =>
    differencesOf(
      byArm.map((until) => until[day] ?? NONE),
      control,
      scale,
    ),
  );
  return arms
    .map(({ variant }, arm) => ({ variant, differences: found.map((day) => day[arm] ?? null) }))
    .filter((_, arm) => arm !== control);
}

/** The difference of each arm from the control; null until both have ten users. */
function differencesOf(
  plain: readonly HistorySums[],
  control: number,
  scale: MetricScale,
): (Difference | null)[] {
  const adjusted = cuped(plain)?.adjusted;
  const means = plain.map((sums, arm) => meanOf(adjusted?.[arm] ?? sums, scale, sums));
  const enough = plain.map(({ n }) => n >= RATERS_MIN);
  return means.map((mean, arm) => {
    if (!enough[arm] || !enough[control]) return null;
    return shownDifference(minus(mean, means[control] ?? null), scale, ALPHA / (plain.length - 1));
  });
}

const NONE: HistorySums = {
  ...{ n: 0, sum: 0, sumSquares: 0 },
  ...{ known: 0, before: 0, beforeSquares: 0, products: 0, sumOfKnown: 0 },
};

/** The sums of an arm until the end of each day. */
function untilEach(days: readonly string[], sums: readonly DaySums[], variant: string): HistorySums[] {
  const own = new Map(sums.flatMap((each) => (each.variant === variant ? [[each.day, each] as const] : [])));
  let known = NONE;
  return days.map((day) => {
    const more = own.get(day);
    if (more) known = plus(known, more);
    return known;
  });
}

const plus = (one: HistorySums, other: HistorySums): HistorySums => ({
  n: one.n + other.n,
  sum: one.sum + other.sum,
  sumSquares: one.sumSquares + other.sumSquares,
  known: one.known + other.known,
  before: one.before + other.before,
  beforeSquares: one.beforeSquares + other.beforeSquares,
  products: one.products + other.products,
  sumOfKnown: one.sumOfKnown + other.sumOfKnown,
});
