import { benjaminiHochberg } from "./several-tests.ts";

/**
 * Trials and how many of them were successes; possibly thousands, possibly a fraction where several sums are weighted.
 */
export interface Trials {
  n: number;
  successes: number;
}

/** ln Σ eˣ, without overflow. −∞ of nothing. */
export function logSum(logs: readonly number[]): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const log of logs) if (log > largest) largest = log;
  if (largest === Number.NEGATIVE_INFINITY) return largest;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - largest);
  return largest + Math.log(sum);
}

/** The logarithm of the mean of e-values, which is an e-value whatever they have to do with each other. */
export const logMean = (logs: readonly number[]): number => logSum(logs) - Math.log(logs.length);

/**
 * The log likelihood ratio of a rate `to` against a rate `from`. Its exponential is an e-value: of a true rate `from` it is
 * 1 on average, at any time (Wald 1945, Annals of Mathematical Statistics 16, 117–186; Ville 1939).
 */
export const logLikelihoodRatio = ({ n, successes }: Trials, from: number, to: number): number =>
  successes * Math.log(to / from) + (n - successes) * Math.log((1 - to) / (1 - from));

/**
 * Adjusts e-values, given as logarithms, for the false discovery rate: one is rejected at level α if its adjusted value is
 * at most α (e-BH: Wang and Ramdas 2022, Journal of the Royal Statistical Society B 84, 822–852). Unlike of p-values, this
 * holds for any dependence between them. Of Shiryaev–Roberts sums with α per day, false discoveries are then at most α a
 * day of waiting (e-d-BH: Dandapanthula and Ramdas, arXiv 2501.04130).
 * @param tests the number of tests, if only those that may be rejected are given.
 */
export function eBenjaminiHochberg(logs: readonly number[], tests = logs.length): number[] {
  const more = tests / Math.max(1, logs.length);
  return benjaminiHochberg(logs.map((log) => more * Math.exp(-log)));
}
