import { type BuiltInMetric, type ExperimentMetric, namedMetric } from "#lib/domain/experiment.ts";

/** Where the values of a metric are: a column that counts them, and one that adds them up. */
export interface MetricColumns {
  count: string;
  sum: string;
}

/** The same names in the rows of users and of single answers. */
const builtIn: Record<BuiltInMetric, MetricColumns> = {
  positive_rate: { count: "thumbs", sum: "thumbs_up" },
  star_mean: { count: "stars", sum: "stars_sum" },
  correction_rate: { count: "interactions", sum: "corrections" },
  kept_share: { count: "kept", sum: "kept_sum" },
  response_rate: { count: "interactions", sum: "rated" },
  latency: { count: "timed", sum: "latency_ms" },
  cost: { count: "priced", sum: "cost_usd" },
};

/** The columns that are added up from a user's answers. */
export const summedColumns: readonly string[] = [
  ...new Set(Object.values(builtIn).flatMap(({ count, sum }) => [count, sum])),
];

/** The columns of a named metric in the row of an answer, by its place among the experiment's named metrics. */
export const namedColumns = (place: number): MetricColumns => ({
  count: `named_count_${place}`,
  sum: `named_sum_${place}`,
});

/** The columns of a metric in the row of an answer. */
export function answerColumns(metric: ExperimentMetric, named: readonly ExperimentMetric[]): MetricColumns {
  return namedMetric(metric) ? namedColumns(named.indexOf(metric)) : builtIn[metric as BuiltInMetric];
}

/** The columns of a metric in the row of a user. */
export function userColumns(metric: ExperimentMetric, named: readonly ExperimentMetric[]): MetricColumns {
  if (!namedMetric(metric)) return builtIn[metric as BuiltInMetric];
  const place = named.indexOf(metric) + 1;
  return { count: `named_counts[${place}]`, sum: `named_sums[${place}]` };
}
