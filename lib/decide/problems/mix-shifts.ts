import { type Dimension, dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** Ratings of answers with the same values, before a problem began and since. */
export interface RatedBeforeAndSince {
  values: Scope;
  before: number;
  since: number;
}

/** A value whose share of a problem's ratings is another since it began. */
export interface MixShift {
  dimension: Dimension;
  value: string;
  before: number;
  since: number;
}

/** Shares that differ by less are no news, and of fewer ratings nothing is said. */
const [SHIFT_MIN, RATINGS_MIN] = [0.15, 30];

/** The most shifts that are told. */
const SHIFTS_MAX = 5;

/** What is asked of whom differently since a problem began: the values whose share changed most. */
export function mixShifts(rated: readonly RatedBeforeAndSince[]): MixShift[] {
  const before = rated.reduce((sum, each) => sum + each.before, 0);
  const since = rated.reduce((sum, each) => sum + each.since, 0);
  if (before < RATINGS_MIN || since < RATINGS_MIN) return [];
  // Of two that moved alike, as far as fractions say, the one that rose comes first.
  const shift = (each: MixShift) => Number(Math.abs(each.since - each.before).toFixed(9));
  return dimensionNames
    .flatMap((dimension) =>
      [...Map.groupBy(rated, ({ values }) => values[dimension])].flatMap(([value, of]): MixShift[] => {
        if (value === undefined) return [];
        const share = (when: "before" | "since", all: number) =>
          of.reduce((sum, each) => sum + each[when], 0) / all;
        return [{ dimension, value, before: share("before", before), since: share("since", since) }];
      }),
    )
    .filter((each) => shift(each) >= SHIFT_MIN)
    .sort((one, other) => shift(other) - shift(one) || other.since - other.before - (one.since - one.before))
    .slice(0, SHIFTS_MAX);
}
