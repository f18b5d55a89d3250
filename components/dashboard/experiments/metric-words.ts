import type { ValueFormat } from "#components/charts/series/series-data.ts";
import { signalLabel } from "#components/dashboard/interactions/signal-label.ts";
import { formatCategory, formatDuration, formatPercent } from "#components/format/numbers.ts";
import { formatScoreNumber } from "#components/format/score-number.ts";
import { formatPoints, formatSigned } from "#components/format/signed.ts";
import { formatSmallCost } from "#components/format/small-cost.ts";
import type { BuiltInMetric } from "#lib/domain/experiment.ts";
import type { SignalKind } from "#lib/domain/signal.ts";

/** How the values of a metric are said, and how a difference of two of them is. */
type MetricUnit = "share" | "number" | "time" | "money";

const builtIn: Record<BuiltInMetric, { label: string; unit: MetricUnit }> = {
  positive_rate: { label: "Positive rate", unit: "share" },
  star_mean: { label: "Mean stars", unit: "number" },
  correction_rate: { label: "Correction rate", unit: "share" },
  kept_share: { label: "Mean share kept", unit: "share" },
  response_rate: { label: "Response rate", unit: "share" },
  latency: { label: "Latency", unit: "time" },
  cost: { label: "Cost per answer", unit: "money" },
};

const isSignal = (metric: string): boolean => metric.startsWith("signal:");

const isBuiltIn = (metric: string): metric is BuiltInMetric => metric in builtIn;

/** The name of a metric: "Positive rate", "Copied", "Task solved". */
export function metricLabel(metric: string): string {
  if (isBuiltIn(metric)) return builtIn[metric].label;
  const name = metric.slice(metric.indexOf(":") + 1);
  return isSignal(metric) ? signalLabel[name as SignalKind].words : formatCategory(name);
}

/** How the values of a metric are said. */
export function metricUnit(metric: string): MetricUnit {
  if (isBuiltIn(metric)) return builtIn[metric].unit;
  return isSignal(metric) ? "share" : "number";
}

const values: Record<MetricUnit, (value: number) => string> = {
  share: formatPercent,
  number: formatScoreNumber,
  time: formatDuration,
  money: formatSmallCost,
};

/** A value of a metric: "69.7%", "4.20", "1.2 s". */
export const formatMetric = (metric: string, value: number): string => values[metricUnit(metric)](value);

/** The ends of an interval. */
export interface Interval {
  low: number;
  high: number;
}

/** The interval of a value: "67.0–72.2%". */
export function formatMetricInterval(metric: string, { low, high }: Interval): string {
  const [from, to] = [formatMetric(metric, low), formatMetric(metric, high)];
  return `${metricUnit(metric) === "share" ? from.slice(0, -1) : from}–${to}`;
}

/** How a chart says the differences of a metric: in points, as a number, or, of latency and cost, in percent. */
export const differenceFormat = (metric: string): ValueFormat =>
  metricUnit(metric) === "number" ? "signed" : "points";

const isRelative = (metric: string): boolean => ["time", "money"].includes(metricUnit(metric));

const signed = (metric: string, value: number): string => {
  if (metricUnit(metric) === "number") return formatSigned(value);
  return isRelative(metric) ? `${formatPoints(value)}%` : formatPoints(value);
};

/** A difference of a metric: "+3.2 points", "+0.21", and relative "+10.0%" of latency and cost. */
export const formatMetricDifference = (metric: string, value: number): string =>
  metricUnit(metric) === "share" ? `${signed(metric, value)} points` : signed(metric, value);

/** The interval of a difference: "−1.0 to +7.4". */
export const differenceInterval = (metric: string, { low, high }: Interval): string =>
  `${signed(metric, low)} to ${signed(metric, high)}`;
