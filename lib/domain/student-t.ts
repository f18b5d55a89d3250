import quantile from "@stdlib/stats-base-dists-beta-quantile";

/** The 97.5 % point of Student's t with ν degrees of freedom: ν / (ν + t²) has a Beta(ν/2, 1/2) distribution. */
export function studentT975(degrees: number): number {
  const x = quantile(0.05, degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
