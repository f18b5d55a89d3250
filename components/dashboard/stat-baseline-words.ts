import type { Rate } from "#lib/domain/rate";
import { rateChange } from "../charts/prepare-change.ts";
import { countWords, intervalWords, percentWords, TOO_FEW } from "./words.ts";

/** How many days before the window the baseline is of. */
export const BASELINE_DAYS = 90;

/** How a rate stands against the project's own baseline: the rate of the whole project in the days before the window. */
export function baselineWords(positive: Rate, baseline: Rate): string {
  if (baseline.value === null || baseline.n < TOO_FEW)
    return `No baseline yet: ${countWords(baseline.n)} ratings in the ${BASELINE_DAYS} days before`;
  const own = `${percentWords(baseline.value)} (${intervalWords(baseline.low, baseline.high)}, n = ${countWords(baseline.n)})`;
  const said = `Baseline ${own}: the whole project, ${BASELINE_DAYS} days before`;
  if (positive.value === null || positive.n < TOO_FEW) return said;
  return `${rateChange(positive, baseline).words} against the baseline of ${own}: the whole project, ${BASELINE_DAYS} days before`;
}
