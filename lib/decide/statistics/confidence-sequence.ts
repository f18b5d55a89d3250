/** Maximum probability of finding a difference where there is none, over all looks together. */
export const ALPHA = 0.05;

/** The number of users for which the interval is optimized. */
const TUNED_FOR = 5000;

/** The parameter ρ² for that number of users (Waudby-Smith et al. 2021, appendix B.2). */
const RHO_SQUARED = (-2 * Math.log(ALPHA) + Math.log(-2 * Math.log(ALPHA) + 1)) / TUNED_FOR;

/** An estimate with its standard error, from `n` independent users. */
export interface Estimated {
  value: number;
  error: number;
  n: number;
}

/** An estimate with an interval that holds at all looks. */
export interface AlwaysValid {
  value: number;
  low: number;
  high: number;
}

/**
 * The half-width of the interval in standard errors: √(2(Nρ²+1)/(Nρ²) · ln(√(Nρ²+1)/α)). It is 6.7 for 100 users, 3.4
 * for 1,000 and 3.0 for 4,000. For a single look it would be 1.96.
 */
export function criticalValue(n: number, alpha = ALPHA): number {
  const grown = n * RHO_SQUARED + 1;
  return Math.sqrt(((2 * grown) / (grown - 1)) * Math.log(Math.sqrt(grown) / alpha));
}

/**
 * The asymptotic confidence sequence: with probability 1 − α the intervals of all looks contain the true value, so the
 * times of looking need not be fixed in advance (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, arXiv 2103.06476, in
 * the form that GrowthBook uses).
 */
export function alwaysValidInterval({ value, error, n }: Estimated, alpha = ALPHA): AlwaysValid {
  const half = error === 0 ? 0 : error * criticalValue(n, alpha);
  return { value, low: value - half, high: value + half };
}

/**
 * The p-value of {@link alwaysValidInterval}: below α if and only if the interval at α excludes `against`. It is 1/E with
 * E = exp(ρ²Nz² / (2(Nρ²+1))) / √(Nρ²+1) (equation 155 of the same paper).
 */
export function alwaysValidP({ value, error, n }: Estimated, against = 0): number {
  if (value === against) return 1;
  const z = (value - against) / error;
  const grown = n * RHO_SQUARED + 1;
  return Math.min(1, Math.exp(Math.log(grown) / 2 - ((grown - 1) * z * z) / (2 * grown)));
}
