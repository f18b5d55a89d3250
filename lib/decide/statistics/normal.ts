import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/** The cumulative distribution function of the standard normal distribution. */
export const normalBelow = (x: number): number => erfc(-x / Math.SQRT2) / 2;

/** The density of the standard normal distribution. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** The quantile function of the standard normal distribution. */
export const normalPoint = (chance: number): number => -Math.SQRT2 * erfcinv(2 * chance);
