import { formatPoint } from "#components/charts/format-point.ts";
import { formatRange, formatValue } from "#components/charts/format-value.ts";
import { formatCount, formatCountOf, rateSentence, TOO_FEW } from "#components/format/numbers.ts";
import type { TrendLabels, TrendLine } from "./trend-line.ts";
import { isTooFew, type TrendValue } from "./trend-values.ts";

/** A trend in words: its metric, its overall value, its highest and lowest values, and what is omitted. */
export function trendSummary(
  view: { steps: readonly string[]; lines: readonly TrendLine[]; leftOut: number },
  { metric, split, unit, tz }: TrendLabels,
): string {
  const [first, last] = [view.steps[0], view.steps.at(-1)];
  if (first === undefined || last === undefined || view.lines.length === 0) return "No data.";
  const by = split ? ` and ${split.label.toLowerCase()}` : "";
  const head = `${metric.label} by ${unit}${by}, ${formatPoint(first, unit, tz)} to ${formatPoint(last, unit, tz)}.`;
  const [only] = view.lines;
  const body =
    split || !only
      ? view.lines.map((line) => `${line.name}: ${overallWords(line.overall, metric)}`)
      : [`Overall: ${overallWords(only.overall, metric)}`, extremes(only, view.steps, { metric, unit, tz })];
  const few =
    view.leftOut > 0
      ? `${formatCountOf(view.leftOut, "value")} with fewer than ${TOO_FEW} ${metric.of} omitted.`
      : "";
  return [head, ...body, few].filter(Boolean).join(" ");
}

function overallWords({ value, band, n }: TrendValue, metric: TrendLabels["metric"]): string {
  // Percentiles of days cannot be combined: the latest one represents the line.
  if (metric.measure.kind === "percentile" && value !== null)
    return `latest ${formatValue(value, metric.format)}.`;
  if (value === null) return `no ${metric.of}.`;
  if (metric.measure.kind === "amount") return `${formatCount(value)}.`;
  const count = n ?? 0;
  if (band && metric.measure.kind === "share")
    return rateSentence({ value, low: band[0], high: band[1], n: count }, metric.of);
  if (isTooFew({ value, band, n })) return `not enough ${metric.of} (n = ${count}).`;
  const interval = band ? `, 95% confidence interval ${formatRange(band, metric.format)}` : "";
  return `${formatValue(value, metric.format)}, the mean of ${formatCount(count)} ${metric.of}${interval}.`;
}

/** The highest and the lowest step among those with enough to say. */
function extremes({ drawn }: TrendLine, steps: readonly string[], how: Omit<TrendLabels, "split">): string {
  const telling = drawn
    .flatMap((value, index) =>
      value.value === null || isTooFew(value) ? [] : [{ value: value.value, at: steps[index] ?? "" }],
    )
    .toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [telling[0], telling.at(-1)];
  if (!lowest || !highest || lowest.value === highest.value) return "";
  const say = ({ value, at }: { value: number; at: string }) =>
    `${formatValue(value, how.metric.format)} on ${formatPoint(at, how.unit, how.tz)}`;
  return `Highest ${say(highest)}, lowest ${say(lowest)}.`;
}
