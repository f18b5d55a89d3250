import { logLikelihoodRatio } from "../statistics/index.ts";
import { RATINGS_MIN } from "./rise-detector.ts";

/** What was seen of a problem's answers since its fix was shipped. */
export interface AfterFix {
  n: number;
  bad: number;
  raters: number;
  /** The bad ratings that were usual before the problem. */
  expected: number;
  /** The share of bad ratings while it lasted. */
  shareBefore: number;
  /** The design effect of users who rate several times. */
  dispersion: number;
}

/** Whether a fix worked. */
export type FixVerdict = "verified" | "regressed" | "waiting";

/** The probability of either error. */
const ERROR = 0.05;

const RATERS_MIN = 10;

/** Problems and what is usual are told apart from this difference on. */
const APART = 0.02;

/**
 * Whether answers are as usual again after a fix, as bad as before, or whether that cannot be told yet. Wald's sequential
 * probability ratio test between the two, so that it can be asked after every rating (Wald 1945); with 5 % for either
 * error, it decides when one explains the ratings 19 times as well as the other.
 */
export function judgeFix({ n, bad, raters, expected, shareBefore, dispersion }: AfterFix): FixVerdict {
  if (n < RATINGS_MIN || raters < RATERS_MIN) return "waiting";
  const usual = Math.max(expected / n, 0.002);
  const worse = Math.min(0.99, Math.max(shareBefore, usual + APART));
  const evidence = logLikelihoodRatio({ n, successes: bad }, usual, worse) / Math.max(1, dispersion);
  const enough = Math.log((1 - ERROR) / ERROR);
  if (evidence <= -enough) return "verified";
  return evidence >= enough ? "regressed" : "waiting";
}
