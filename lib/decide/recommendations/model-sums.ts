import type { ValueSums } from "#lib/domain/variance.ts";
import type { MetricScale } from "../experiments/index.ts";

/** What models are compared by. */
export const modelMetrics = ["positive", "corrections", "kept", "latency", "cost"] as const;

/** One of them. */
export type ModelMetric = (typeof modelMetrics)[number];

/** The sums of a model over one row per user. A user's value is the mean of their values, so each user counts once. */
export interface ModelSums extends Record<ModelMetric, ValueSums> {
  model: string;
  answers: number;
  /** Users who saw an answer, and those of them who rated anything. */
  users: number;
  responders: number;
  /** Thumbs. */
  ratings: number;
}

const SHARE = { min: 0, max: 1 };

/** How to read the metrics. Of latency and cost the sums are of logarithms, so their differences are relative. */
export const modelScales: Readonly<Record<ModelMetric, MetricScale>> = {
  positive: { better: "higher", range: SHARE, logarithmic: false },
  corrections: { better: "lower", range: SHARE, logarithmic: false },
  kept: { better: "higher", range: SHARE, logarithmic: false },
  latency: { better: "lower", range: null, logarithmic: true },
  cost: { better: "lower", range: null, logarithmic: true },
};

/** When a switch is recommended. The policy is stated in docs/recommendations.md. */
export const modelPolicy = {
  /** By how much the positive rate may be lower for a model to count as not worse. */
  notWorseBy: 0.03,
  /** How much more an answer may cost, and how much longer it may take, as a share. */
  moreBy: 0.1,
  /** How much cheaper or faster a model must surely be to be worth a switch without being better. */
  savesBy: 0.1,
  /** Minimum share of ratings given where both models answered, if traffic was not randomized. */
  inCommon: 0.5,
} as const;
