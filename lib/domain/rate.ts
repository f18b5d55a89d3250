/**
 * A share of successes with its n and its 95 % interval (Wilson score interval, Wilson 1927; numbers to test against in
 * Newcombe 1998).
 */
export type Rate =
  | { value: number; n: number; low: number; high: number }
  | { value: null; n: number; low: null; high: null; reason: "insufficient_data" };

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The rate of `successes` in `n` trials with its Wilson 95 % interval; null with the reason if there are no trials.
 *
 * Centre and half-width: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 */
export function rate(successes: number, n: number): Rate {
  if (n <= 0) return { value: null, n: 0, low: null, high: null, reason: "insufficient_data" };
  const p = successes / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  const centre = p + (Z * Z) / (2 * n);
  return {
    value: p,
    n,
    low: successes === 0 ? 0 : (centre - spread) / scale,
    high: successes === n ? 1 : (centre + spread) / scale,
  };
}

/** A mean with its n; null with the reason if there is nothing to average. */
export type Mean = { value: number; n: number } | { value: null; n: 0; reason: "insufficient_data" };

/** The mean of `n` values that add up to `sum`. */
export function mean(sum: number, n: number): Mean {
  return n > 0 ? { value: sum / n, n } : { value: null, n: 0, reason: "insufficient_data" };
}
