import type { Rate } from "#lib/domain/rate.ts";
import { type RateDifference, rateDifference } from "#lib/domain/rate-difference.ts";
import { containsScope, type Scope } from "#lib/domain/scope.ts";
import { benjaminiHochberg, normalBelow } from "../statistics/index.ts";

/** What two positive rates are compared by: two models of a feature, two versions of a prompt, or a period and an earlier one. */
export type FindingKind = "model" | "prompt_version" | "period";

/** Two positive rates of which either may be worse. */
export interface RatePair {
  kind: FindingKind;
  /** The answers of the first. */
  scope: Scope;
  /** Those of the second; null where they are the same answers in an earlier period. */
  against: Scope | null;
  own: Rate;
  other: Rate;
  /** Answers that the first was given for. */
  answers: number;
  /** Whether unlike response rates may explain the difference. */
  doubtful: boolean;
}

/** A difference that chance does not explain. */
export interface Finding extends RatePair {
  difference: RateDifference & { value: number };
  /** Answers times how much worse they are; negative where they are better. */
  harm: number;
}

/** The share of findings that may be false. */
const FALSE_SHARE = 0.05;

/** Fewest ratings on either side. */
const RATINGS_MIN = 10;

/** The two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The differences that chance does not explain, most harmful first, and behind what is worse what is better. Of all pairs
 * together, false discoveries are held to 5 % (Benjamini and Hochberg 1995), and each interval excludes zero.
 */
export function findFindings(pairs: readonly RatePair[]): { findings: Finding[]; compared: number } {
  const known = pairs.flatMap((pair) => {
    const difference = rateDifference(pair.own, pair.other);
    if (difference.value === null || Math.min(pair.own.n, pair.other.n) < RATINGS_MIN) return [];
    return [{ ...pair, difference, harm: pair.answers * -difference.value }];
  });
  const adjusted = benjaminiHochberg(known.map(({ difference }) => chanceOf(difference)));
  const findings = known.filter(
    ({ difference: { low, high } }, at) => (adjusted[at] ?? 1) <= FALSE_SHARE && (low > 0 || high < 0),
  );
  return { findings: findings.sort(byHarm), compared: known.length };
}

/** The most harmful first; behind them, what is better by most. */
const byHarm = (one: Finding, other: Finding): number =>
  one.harm < 0 && other.harm < 0 ? one.harm - other.harm : other.harm - one.harm;

/** The p-value of no difference, from the distance of the interval's nearer end: its half is 1.96 standard errors. */
function chanceOf({ value, low, high }: Finding["difference"]): number {
  const error = (value > 0 ? value - low : high - value) / Z;
  return error === 0 ? 1 : 2 * normalBelow(-Math.abs(value) / error);
}

/** Findings without those that a problem on record tells already: it is about the same answers, or about more or fewer of them. */
export const besidesProblems = (findings: readonly Finding[], problems: readonly Scope[]): Finding[] =>
  findings.filter(
    ({ scope, harm }) =>
      harm < 0 || !problems.some((problem) => containsScope(problem, scope) || containsScope(scope, problem)),
  );
