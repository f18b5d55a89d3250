import type { ValueFormat } from "#components/charts/series/series-data.ts";
import { addParts, type Parts, partsOf } from "#lib/domain/rate-parts.ts";
import { addRaterGroups, type RaterRate, raterRate } from "#lib/domain/rater-groups.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import type { Population } from "../url/figure-population.ts";

/**
 * What a metric takes from a day or hour. Shares and means are sums of parts, so that thin days can be pooled without
 * averaging averages; amounts and percentiles stand for themselves.
 */
export type Measure<Point = Summary> =
  | {
      kind: "share";
      of: (point: Point) => Parts;
      /** The rate of some points together, where it knows more than their parts. */
      rate?: (points: readonly Point[]) => RaterRate;
    }
  | {
      kind: "mean";
      of: (point: Point) => Parts;
      /** The 95% confidence interval of the mean of some points together, where there is one. */
      interval?: (points: readonly Point[]) => [low: number, high: number] | null;
    }
  | { kind: "amount"; of: (point: Point) => number | null }
  | { kind: "percentile"; of: (point: Point) => { value: number | null; n: number } };

/** One metric that a trend can be drawn of. */
export interface TrendMetric<Point = Summary> extends MetricLabels {
  measure: Measure<Point>;
}

/** How a metric is called and drawn. */
export interface MetricLabels {
  /** Its name in the address. */
  name: string;
  label: string;
  /** What n counts, in the plural. */
  of: string;
  /** One sentence that says what it is. */
  note: string;
  format: ValueFormat;
  /** Whether its scale begins at zero, which would hide the changes of what stays far from it. */
  fromZero: boolean;
  /** What n counts, as the list of interactions filters by it; all interactions where nothing is said. */
  population?: Pick<Population, "rating" | "has" | "score">;
  /** What is better, where something is: only then does a change have a color. */
  better?: "higher";
}

/** Where no answer was given, nobody could say anything of one: that is no zero. */
const given =
  (count: (summary: Summary) => number) =>
  (summary: Summary): number | null =>
    summary.interactions === 0 ? null : count(summary);

/** The positive rate of some days or hours together; the same people may have rated on several. */
function positiveOver(points: readonly Summary[]): RaterRate {
  const parts = points.map(partsOf.positiveRate);
  const rated = points.filter((_, index) => (parts[index]?.[1] ?? 0) > 0);
  return raterRate(addParts(parts), addRaterGroups(rated.map(({ raters }) => raters)));
}

/** The default metric of a trend. */
export const positiveRate: TrendMetric = {
  name: "positive_rate",
  label: "Positive rate",
  of: "thumbs",
  note: "Share of thumbs up among all thumbs",
  format: "percent",
  measure: { kind: "share", of: partsOf.positiveRate, rate: positiveOver },
  fromZero: false,
  population: { rating: "thumbs" },
  better: "higher",
};

/** What ratings say. */
const ratingMetrics: TrendMetric[] = [
  positiveRate,
  {
    name: "response_rate",
    label: "Response rate",
    of: "interactions",
    note: "Share of interactions with a rating of any type",
    format: "percent",
    measure: { kind: "share", of: partsOf.responseRate },
    fromZero: true,
  },
  {
    name: "star_mean",
    label: "Mean stars",
    of: "star ratings",
    note: "Mean of star ratings, 1 to 5. Thumbs are not included",
    format: "decimal",
    measure: { kind: "mean", of: partsOf.starMean },
    fromZero: false,
    population: { rating: "stars" },
  },
  {
    name: "comments",
    label: "Comments",
    of: "comments",
    note: "Ratings of any type with a comment",
    format: "count",
    measure: { kind: "amount", of: given(({ comments }) => comments) },
    fromZero: true,
    population: { rating: "comment" },
  },
];

/** What users did to answers. */
const editMetrics: TrendMetric[] = [
  {
    name: "corrections",
    label: "Corrections",
    of: "corrections",
    note: "Answers edited by users",
    format: "count",
    measure: { kind: "amount", of: given(({ corrections }) => corrections) },
    fromZero: true,
    population: { rating: "correction" },
  },
  {
    name: "edit_distance",
    label: "Mean edit distance",
    of: "corrections",
    note: "Mean number of words added, removed or replaced per correction",
    format: "decimal",
    measure: { kind: "mean", of: partsOf.editDistance },
    fromZero: true,
    population: { rating: "correction" },
  },
  {
    name: "edit_kept",
    label: "Mean share kept",
    of: "corrections",
    note: "Mean share of the answer's words kept by corrections",
    format: "percent",
    measure: { kind: "mean", of: partsOf.editKept },
    fromZero: false,
    population: { rating: "correction" },
  },
];

/** What answers take. */
const answerMetrics: TrendMetric[] = [
  {
    name: "interactions",
    label: "Interactions",
    of: "interactions",
    note: "Logged answers",
    format: "count",
    measure: { kind: "amount", of: ({ interactions }) => interactions },
    fromZero: true,
  },
  {
    name: "latency_p50",
    label: "Median latency",
    of: "interactions with latency",
    note: "50% of answers were faster",
    format: "duration",
    measure: { kind: "percentile", of: ({ latency }) => ({ value: latency.p50, n: latency.n }) },
    fromZero: true,
    population: { has: "latency" },
  },
  {
    name: "latency_p95",
    label: "p95 latency",
    of: "interactions with latency",
    note: "95% of answers were faster",
    format: "duration",
    measure: { kind: "percentile", of: ({ latency }) => ({ value: latency.p95, n: latency.n }) },
    fromZero: true,
    population: { has: "latency" },
  },
  {
    name: "cost",
    label: "Cost per answer",
    of: "interactions with cost",
    note: "Mean cost of answers with a known cost, in US dollars",
    format: "usd",
    measure: { kind: "mean", of: partsOf.cost },
    fromZero: true,
    population: { has: "cost" },
  },
  {
    name: "tokens",
    label: "Tokens per answer",
    of: "interactions with token counts",
    note: "Mean tokens of answers with known token counts",
    format: "tokens",
    measure: { kind: "mean", of: partsOf.tokens },
    fromZero: true,
    population: { has: "tokens" },
  },
];

/** The metrics in groups, as a menu shows them. */
export const trendMetricGroups: { label: string; metrics: TrendMetric[] }[] = [
  { label: "Ratings", metrics: ratingMetrics },
  { label: "Corrections", metrics: editMetrics },
  { label: "Answers", metrics: answerMetrics },
];

const byName = new Map(
  trendMetricGroups.flatMap(({ metrics }) => metrics.map((metric) => [metric.name, metric])),
);

/** The metric that an address names; the positive rate where it names none. */
export const trendMetricNamed = (name: string | undefined): TrendMetric =>
  byName.get(name ?? "") ?? positiveRate;
