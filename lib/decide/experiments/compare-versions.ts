import type { Rate } from "#lib/domain/rate.ts";
import type { ValueSums } from "#lib/domain/variance.ts";
import { ALPHA, alwaysValidP, chanceToBeBest, responseDoubt, usersUntilSure } from "../statistics/index.ts";
import { RATERS_MIN, RATINGS_MIN } from "./check-arms.ts";
import { type Difference, direction, meanOf, minus, shownDifference } from "./estimate.ts";
import type { MetricScale } from "./sums.ts";

/** The sums of a version. */
export interface VersionSums {
  version: string;
  ratings: number;
  /** The metric by user: one value per user, the mean of their values. */
  byUser: ValueSums;
  /** The mean of all individual values, as on dashboards. */
  pooled: number | null;
  /** The share of users who rated, among those who saw an answer. */
  responses: Rate;
}

/** How users were assigned to the versions. */
export type Side = "randomised" | "side_by_side" | "one_after_the_other";

/** How certain the result is. */
export type Confidence = "insufficient_data" | "inconclusive" | "likely" | "decided";

/** The reason for the confidence. */
export type CompareReason =
  | { code: "too_few_ratings"; version: string; ratings: number; users: number }
  | { code: "response_rates_differ"; a: Rate; b: Rate }
  /** One version is better by user, the other by rating, because a few users gave most ratings. */
  | { code: "users_and_ratings_disagree" }
  /** `users`: how many more must rate if the difference stays the same. */
  | { code: "no_difference_seen"; chance: number; users: number | null }
  | { code: "probably_better"; chance: number; users: number | null }
  /** The difference is certain, but the versions did not run at the same time. */
  | { code: "one_after_the_other"; p: number }
  | { code: "surely_better"; p: number };

/** The comparison of two versions. */
export interface VersionComparison {
  /** Set if the confidence is `likely` or `decided`. */
  winner: string | null;
  confidence: Confidence;
  reason: CompareReason;
  /** B minus A; null if either has fewer than two users. */
  difference: Difference | null;
  /** Whether users were not assigned at random, so that the groups may differ in other ways. */
  unrandomised: boolean;
}

/** Minimum probability of being better for `likely`. */
const LIKELY = 0.95;

/**
 * Compares two versions. `decided` requires an always-valid p-value of at most 5 %, as for the winner of an experiment.
 * `likely` requires a 95 % probability of being better, which is wrong more often than that if looked at repeatedly.
 * Versions that ran one after the other are `likely` at most, because something else may have changed between them.
 */
export function compareVersions(
  a: VersionSums,
  b: VersionSums,
  scale: MetricScale,
  side: Side,
): VersionComparison {
  const [one, other] = [meanOf(a.byUser, scale), meanOf(b.byUser, scale)];
  const difference = minus(other, one);
  const shared = {
    difference: shownDifference(difference, scale),
    unrandomised: side !== "randomised",
  };
  const answer = (confidence: Confidence, reason: CompareReason, winner: string | null = null) => ({
    ...{ winner, confidence, reason },
    ...shared,
  });
  const scarce = [a, b].find(({ ratings, byUser }) => ratings < RATINGS_MIN || byUser.n < RATERS_MIN);
  if (scarce || !one || !other || !difference) {
    const { version, ratings, byUser } = scarce ?? a;
    return answer("insufficient_data", { code: "too_few_ratings", version, ratings, users: byUser.n });
  }
  if (responseDoubt(a.responses, b.responses)) {
    return answer("inconclusive", { code: "response_rates_differ", a: a.responses, b: b.responses });
  }
  const ahead = direction(difference.value, scale);
  const p = alwaysValidP(difference);
  const sign = scale.better === "higher" ? 1 : -1;
  const [standing] = chanceToBeBest([other, one].map(({ value, error }) => ({ value: sign * value, error })));
  const chance = Math.max(standing?.chance ?? 0, 1 - (standing?.chance ?? 0));
  const more = usersUntilSure(difference.value, difference.error ** 2 * difference.n, 0.5);
  const users = more === null ? null : Math.max(0, more - difference.n);
  if (chance < LIKELY) return answer("inconclusive", { code: "no_difference_seen", chance, users });
  const byRating = direction((b.pooled ?? 0) - (a.pooled ?? 0), scale);
  if (byRating === -ahead) return answer("inconclusive", { code: "users_and_ratings_disagree" });
  const winner = ahead === 1 ? b.version : a.version;
  if (p > ALPHA) return answer("likely", { code: "probably_better", chance, users }, winner);
  if (side === "one_after_the_other") return answer("likely", { code: "one_after_the_other", p }, winner);
  return answer("decided", { code: "surely_better", p }, winner);
}
