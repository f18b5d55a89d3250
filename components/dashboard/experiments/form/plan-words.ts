import { formatCount, formatCountOf, formatPercent } from "#components/format/numbers.ts";
import type { Plan } from "#lib/use-cases/experiments/plan-from-traffic.ts";
import { formatMetric, formatMetricDifference, metricLabel } from "../metric-words.ts";
import { toShare, unitScale } from "./experiment-draft.ts";

/** What the calculator asks the server for. */
export interface PlanAsked {
  metric: string;
  featureName: string;
  /** In points, of other numbers as they are. */
  effect: string;
  /** In percent. */
  traffic: string;
  percents: readonly string[];
}

/** The query of a plan; null where something that is entered is no number yet. */
export function planQuery({ metric, featureName, effect, traffic, percents }: PlanAsked): string | null {
  const [least, share] = [toShare(effect, unitScale(metric)), toShare(traffic)];
  const weights = percents.map((percent) => toShare(percent));
  const numbers = [least, share, ...weights];
  if (metric === "" || numbers.some((each) => typeof each === "string" || each <= 0)) return null;
  const feature = featureName.trim();
  return new URLSearchParams({
    metric,
    ...(feature === "" ? {} : { feature_name: feature }),
    ...{ effect: String(least), traffic: String(share), weights: weights.join(",") },
  }).toString();
}

/** What users say today, in words. */
export function baselineWords(metric: string, { baseline }: Plan): string {
  const { value, raters, users, days } = baseline;
  const whole = Math.max(1, Math.round(days));
  const span = whole === 1 ? "day" : `${whole} days`;
  if (value === null)
    return `Not enough data: ${formatCountOf(raters, "user")} with a value for “${metricLabel(metric)}” in the last ${span}. An estimate needs 10.`;
  const share = users > 0 ? ` ${formatPercent(raters / users)} of users have a value.` : "";
  return `Today: ${formatMetric(metric, value)} by user, from ${formatCountOf(raters, "user")} in the last ${span}. About ${formatCount(users / days)} new users per day.${share}`;
}

/** How long the smallest difference of interest takes, in words. */
export function needsWords({ needs }: Plan): string {
  if (!needs) return "No number of users is enough for this difference.";
  const { raters, users, days } = needs;
  const wait =
    days === null
      ? "There is no traffic to estimate days from."
      : `About ${formatCountOf(days, "day")} at today's traffic.`;
  return `${wait} ${formatCount(raters)} users must rate; that is ${formatCount(users)} users in the experiment.`;
}

/** "4.2 points", without a sign: the smallest difference that so many days find. */
export const effectWords = (metric: string, effect: number | null): string =>
  effect === null ? "None" : formatMetricDifference(metric, effect).replace("+", "");
