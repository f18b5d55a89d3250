import type { Rate } from "#lib/domain/rate";
import { rateChange } from "../charts/prepare-change.ts";
import { countOf, countWords, intervalWords, percentWords, TOO_FEW } from "./words.ts";

/** How many days before the window the baseline is of. */
export const BASELINE_DAYS = 90;

/** How a rate stands against the project's own baseline, and what that is: the whole project in the days before the window. */
export function baselineWords(positive: Rate, baseline: Rate): { against: string | null; baseline: string } {
  if (baseline.value === null || baseline.n < TOO_FEW)
    return {
      against: null,
      baseline: `No baseline yet: ${countOf(baseline.n, "rating")} in the ${BASELINE_DAYS} days before`,
    };
  const { value, low, high, n } = baseline;
  return {
    against:
      positive.value === null || positive.n < TOO_FEW
        ? null
        : `${rateChange(positive, baseline).words} against the baseline`,
    baseline: `Baseline ${percentWords(value)} (${intervalWords(low, high)}, n = ${countWords(n)}): the whole project, ${BASELINE_DAYS} days before`,
  };
}
