import type { Rate } from "#lib/domain/rate.ts";
import { type Difference, RATERS_MIN, RATINGS_MIN } from "../experiments/index.ts";
import { ALPHA, usersUntilSure } from "../statistics/index.ts";
import type { CandidateComparison, MetricDifference } from "./compare-candidate.ts";
import { type ModelSums, modelPolicy } from "./model-sums.ts";

/** A reason for a recommendation. */
export type ModelReason =
  /** `experiment`: that in which no other model answered yet; null without one. */
  | { code: "one_model"; model: string | null; experiment: string | null }
  | { code: "too_few_ratings"; model: string; ratings: number; users: number }
  | { code: "sample_ratio_mismatch"; p: number }
  | { code: "response_rates_differ"; model: string; own: Rate; current: Rate }
  | { code: "surely_better" | "surely_worse"; model: string; difference: Difference }
  /** Not worse by more than the margin, with certainty. */
  | { code: "surely_not_worse"; model: string; difference: Difference }
  /** Neither better nor worse by more than the margin, and neither cheaper nor faster by enough. */
  | { code: "no_gain"; model: string; difference: Difference }
  /** `users`: how many more must rate if the difference stays the same; null if it is too small. */
  | { code: "not_sure_yet"; model: string; difference: Difference; users: number | null }
  | { code: "cheaper" | "faster" | "costs_more" | "slower"; model: string; difference: Difference }
  | { code: "corrected_more" | "keeps_less"; model: string; difference: Difference }
  /** In an experiment, a guardrail is certainly worse. */
  | { code: "guardrail_worse"; model: string; metric: string }
  /** The difference is not certain, or points the other way, once both models have the same mix of cohorts. */
  | { code: "explained_by_mix"; model: string; difference: Difference; sameMix: Difference }
  | { code: "little_in_common"; model: string; inCommon: number };

/** What follows for a model: switch to it, surely not, or nothing yet. */
export interface JudgedCandidate {
  outcome: "switch" | "no_switch" | "unsure";
  reasons: ModelReason[];
}

/** What is known beside the comparison. */
interface Given {
  comparison: CandidateComparison;
  current: ModelSums;
  /** The p-values, adjusted for all candidates (Holm). */
  adjusted: { differs: number; worse: number };
  /** Guardrails of an experiment that are certainly worse. */
  harmedBy: readonly string[];
  isRandomized: boolean;
}

/** Whether a model has the minimum of ratings and users. */
export const isRatedEnough = ({ ratings, positive }: ModelSums): boolean =>
  ratings >= RATINGS_MIN && positive.n >= RATERS_MIN;

/** Decides about one model. The rules are stated in docs/recommendations.md. */
export function judgeCandidate(given: Given): JudgedCandidate {
  const { comparison, current, isRandomized } = given;
  const { sums, responses, sameMix, differences } = comparison;
  const { model } = sums;
  const unsure = (...reasons: ModelReason[]): JudgedCandidate => ({ outcome: "unsure", reasons });
  const scarce = [sums, current].filter((each) => !isRatedEnough(each));
  const difference = differences.positive.raw;
  if (scarce.length > 0 || !difference) return unsure(...scarce.map(tooFew));
  if (responses) return unsure({ code: "response_rates_differ", model, ...responses });
  const inCommon = sameMix?.inCommon ?? 0;
  if (!isRandomized && inCommon < modelPolicy.inCommon)
    return unsure({ code: "little_in_common", model, inCommon });
  const rating = judgeRating(given, difference);
  if (rating.code === "surely_worse") return { outcome: "no_switch", reasons: [rating] };
  const costs = blockers(given);
  if (costs.length > 0) return { outcome: "no_switch", reasons: [rating, ...costs] };
  const gains = savings(comparison);
  if (rating.code === "surely_better") return { outcome: "switch", reasons: [rating, ...gains] };
  if (rating.code === "explained_by_mix") return unsure(rating);
  if (given.adjusted.worse <= ALPHA && difference.value > -modelPolicy.notWorseBy) {
    const notWorse: ModelReason = { code: "surely_not_worse", model, difference };
    if (gains.length > 0) return { outcome: "switch", reasons: [notWorse, ...gains] };
    if (shownOf(differences.positive).every(({ high }) => high < modelPolicy.notWorseBy))
      return { outcome: "no_switch", reasons: [{ code: "no_gain", model, difference }] };
  }
  return unsure(rating);
}

const tooFew = ({ model, ratings, positive }: ModelSums): ModelReason => ({
  ...{ code: "too_few_ratings", model, ratings, users: positive.n },
});

/** What the positive rate says. */
function judgeRating({ comparison, adjusted }: Given, difference: Difference): ModelReason {
  const { model } = comparison.sums;
  const { sameMix } = comparison.differences.positive;
  if (adjusted.differs <= ALPHA)
    return { code: difference.value > 0 ? "surely_better" : "surely_worse", model, difference };
  // What would be certain by itself, and is not in the same mix.
  if (sameMix && excludesZero(difference) && !(excludesZero(sameMix) && sameMix.value * difference.value > 0))
    return { code: "explained_by_mix", model, difference, sameMix };
  return { code: "not_sure_yet", model, difference, users: usersMissing(comparison) };
}

const excludesZero = ({ low, high }: Difference): boolean => low > 0 || high < 0;

function usersMissing({ estimated }: CandidateComparison): number | null {
  if (!estimated || estimated.value === 0) return null;
  const needed = usersUntilSure(estimated.value, estimated.error ** 2 * estimated.n, 0.5);
  return needed === null ? null : Math.max(1, needed - estimated.n);
}

/** Why a model is not switched to, however well it is rated. */
function blockers({ comparison, harmedBy }: Given): ModelReason[] {
  const { differences, sums } = comparison;
  const { model } = sums;
  const more = (code: "costs_more" | "slower", of: MetricDifference): ModelReason[] => {
    const difference = shownOf(of).at(-1);
    return difference && difference.value > modelPolicy.moreBy ? [{ code, model, difference }] : [];
  };
  const { corrections, kept } = differences;
  return [
    ...more("costs_more", differences.cost),
    ...more("slower", differences.latency),
    ...(corrections.raw && corrections.raw.low > 0
      ? [{ code: "corrected_more" as const, model, difference: corrections.raw }]
      : []),
    ...(kept.raw && kept.raw.high < 0 ? [{ code: "keeps_less" as const, model, difference: kept.raw }] : []),
    ...harmedBy.map((metric) => ({ code: "guardrail_worse" as const, model, metric })),
  ];
}

/** Whether a model is surely cheaper or faster by enough. */
function savings({ differences, sums: { model } }: CandidateComparison): ModelReason[] {
  const less = (code: "cheaper" | "faster", of: MetricDifference): ModelReason[] => {
    const shown = shownOf(of);
    const [difference] = shown;
    return difference && shown.every(({ high }) => high <= -modelPolicy.savesBy)
      ? [{ code, model, difference }]
      : [];
  };
  return [...less("cheaper", differences.cost), ...less("faster", differences.latency)];
}

/** The difference as it is and, if there is one, in the same mix: what is claimed must hold for both. */
const shownOf = ({ raw, sameMix }: MetricDifference): Difference[] =>
  [raw, sameMix].filter((each) => each !== null);
