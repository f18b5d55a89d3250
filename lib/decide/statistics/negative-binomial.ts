/**
 * The chance of `count` or more where so many are expected, by a negative binomial distribution: counts whose rate differs
 * from time to time by a Gamma distribution of a whole `shape` (their variance is mean + mean²/shape). Exact: that a row of
 * trials has so many failures before its shape-th success is that fewer than `shape` of the first count + shape − 1
 * succeed (Johnson, Kemp, Kotz: Univariate Discrete Distributions, 3rd ed., 2005, section 5.6).
 */
export function negativeBinomialTail(count: number, mean: number, shape: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const [success, failure] = [shape / (mean + shape), mean / (mean + shape)];
  const trials = count + shape - 1;
  let logTerm = trials * Math.log(failure);
  let tail = Math.exp(logTerm);
  for (let successes = 1; successes < shape; successes++) {
    logTerm += Math.log(((trials - successes + 1) / successes) * (success / failure));
    tail += Math.exp(logTerm);
  }
  return Math.min(1, tail);
}
