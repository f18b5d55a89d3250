import { type Rate, rate } from "#lib/domain/rate.ts";
import {
  type ArmEstimate,
  type Difference,
  meanOf,
  minus,
  shownDifference,
  shownMean,
} from "../experiments/index.ts";
import { ALPHA, alwaysValidP, type Estimated, responseDoubt } from "../statistics/index.ts";
import { compareMix, type MixCell, type MixDifference } from "./mix.ts";
import { type ModelMetric, type ModelSums, modelMetrics, modelPolicy, modelScales } from "./model-sums.ts";
import { type SameMix, type Stratum, standardize } from "./same-mix.ts";

/** Where models answered, if nobody assigned users at random. */
export interface Traffic {
  /** The users of each model by cohort: tenant, language and segment together. */
  strata: readonly Record<"positive" | "latency" | "cost", Stratum>[];
  cells: readonly MixCell[];
}

/** A difference from the current model, and the same with both models in the same mix of cohorts. */
export interface MetricDifference {
  /** With an interval that holds for all candidates together. Null if either model has fewer than two users with values. */
  raw: Difference | null;
  /** Null where traffic was randomized, for corrections, and if the models have too little in common. */
  sameMix: Difference | null;
}

/** A model compared with the current one. */
export interface CandidateComparison {
  sums: ModelSums;
  differences: Readonly<Record<ModelMetric, MetricDifference>>;
  /** The positive rates in the same mix of cohorts. */
  sameMix: SameMix | null;
  mix: readonly MixDifference[];
  /** Set if so many more users of one model rate that ratings cannot be compared. */
  responses: { own: Rate; current: Rate } | null;
  /** P-values of the positive rate, for this candidate alone: of any difference, and of being worse by the margin. */
  p: { differs: number; worse: number };
  /** The difference of positive rates with its standard error, to tell how many more users it takes. */
  estimated: Estimated | null;
}

/** What all candidates are compared with, and how many they are. */
export interface Comparing {
  current: ModelSums;
  /** Null where traffic was randomized. */
  traffic: Traffic | null;
  candidates: number;
  /** Values with fewer ratings are not named. */
  least: number;
}

/** Compares a model with the current one in everything that decides. */
export function compareCandidate(sums: ModelSums, comparing: Comparing): CandidateComparison {
  const { current, traffic, candidates, least } = comparing;
  const pair = { current: current.model, candidate: sums.model };
  const alpha = ALPHA / candidates;
  const sameMixOf = (metric: ModelMetric): SameMix | null =>
    traffic && (metric === "positive" || metric === "latency" || metric === "cost")
      ? standardize(
          traffic.strata.map((each) => each[metric]),
          pair,
          modelScales[metric].range,
        )
      : null;
  const positive = differenceOf(sums, current, "positive");
  const sameMix = sameMixOf("positive");
  const doubt = responseDoubt(responseRate(sums), responseRate(current));
  const estimates = [positive, ...(traffic ? [sameMix?.difference ?? null] : [])];
  return {
    sums,
    differences: Object.fromEntries(
      modelMetrics.map((metric) => [
        metric,
        {
          raw: shownDifference(differenceOf(sums, current, metric), modelScales[metric], alpha),
          sameMix: shownDifference(sameMixOf(metric)?.difference ?? null, modelScales[metric], alpha),
        },
      ]),
    ) as Record<ModelMetric, MetricDifference>,
    sameMix,
    mix: traffic ? compareMix(traffic.cells, pair, least) : [],
    responses: doubt && { own: doubt.own, current: doubt.reference },
    p: { differs: pOfAll(estimates, 0), worse: pOfAll(estimates, -modelPolicy.notWorseBy) },
    estimated: positive,
  };
}

/** The estimates of a model by metric, each by user. */
export const estimatesOf = (sums: ModelSums): Record<ModelMetric, ArmEstimate> =>
  Object.fromEntries(
    modelMetrics.map((metric) => [
      metric,
      shownMean(meanOf(sums[metric], modelScales[metric]), modelScales[metric]),
    ]),
  ) as Record<ModelMetric, ArmEstimate>;

const differenceOf = (one: ModelSums, other: ModelSums, metric: ModelMetric): Estimated | null =>
  minus(meanOf(one[metric], modelScales[metric]), meanOf(other[metric], modelScales[metric]));

const responseRate = ({ responders, users }: ModelSums): Rate => rate(responders, users);

/** The largest p-value: what is claimed must hold for each of them, and in the same direction. */
function pOfAll(estimates: readonly (Estimated | null)[], against: number): number {
  const known = estimates.filter((each) => each !== null);
  if (known.length < estimates.length) return 1;
  const above = known.filter(({ value }) => value > against).length;
  if (above > 0 && above < known.length) return 1;
  return Math.max(...known.map((each) => alwaysValidP(each, against)));
}
