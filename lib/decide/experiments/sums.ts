import type { ValueSums } from "#lib/domain/variance.ts";
import type { HistorySums } from "../statistics/index.ts";

/** How to read the values of a metric. */
export interface MetricScale {
  /** Which end is better. */
  better: "higher" | "lower";
  /** The lowest and highest possible value, such as 0 and 1 for a rate; null if there are none. */
  range: { min: number; max: number } | null;
  /**
   * Whether the sums are of the values' natural logarithms. Use this for costs and latencies, where a few large values
   * would dominate a mean. Differences are then relative: 0.1 is ten percent more.
   */
  logarithmic: boolean;
}

/** A metric beside the primary one. */
export interface SecondaryMetric extends MetricScale {
  name: string;
  /** A guardrail must not get worse; an explored metric is only shown. */
  role: "guardrail" | "explored";
  /** How much worse a guardrail may get before it counts as harm: a difference of means, relative for logarithms. */
  tolerance: number;
}

/**
 * The sums of an arm over one row per user, without users who switched arms. A user's value of a metric is the mean of
 * their values, so each user is one observation, however often they click. One `SELECT variant, count(*), sum(…) … GROUP
 * BY variant` over these rows returns all of them.
 */
export interface ArmSums {
  variant: string;
  isControl: boolean;
  /** Its share of the split; 0 if the arm is paused. */
  weight: number;
  /** Users who saw an answer of this arm. */
  exposed: number;
  /** Those of them first seen since the split last changed. */
  exposedSinceSplit: number;
  /** Users who were in this arm first and in another one later. No other number includes them. */
  switched: number;
  /** Answers that users saw, those with a rating of any type, and users who gave any. */
  answers: number;
  responses: number;
  responders: number;
  /** Individual values of the primary metric. */
  ratings: number;
  /** The primary metric by user, with the user's values from before the experiment. */
  primary: HistorySums;
  /** The primary metric by user, within a week of the user's first answer in this arm, and later. */
  early: ValueSums;
  later: ValueSums;
  /** Other metrics by user, by name. */
  secondary: Readonly<Record<string, ValueSums>>;
  /** Averages per day, over the last days: ratings, and users who rated for the first time. */
  daily: { ratings: number; raters: number };
}

/** An experiment's metrics and the sums of its arms. */
export interface ExperimentSums {
  primary: MetricScale;
  secondary: readonly SecondaryMetric[];
  arms: readonly ArmSums[];
}
