import type { Rate } from "./rate.ts";

/** The difference of two rates with its 95 % interval. */
export type RateDifference =
  | { value: number; low: number; high: number }
  | { value: null; low: null; high: null; reason: "insufficient_data" };

/**
 * The rate `one` minus the rate `other`, with its 95 % interval by Newcombe's method 10 (Newcombe 1998, Statistics in
 * Medicine 17, 873–890), which combines the Wilson limits of both as squares. Null with the reason if one has no
 * trials.
 */
export function rateDifference(one: Rate, other: Rate): RateDifference {
  if (one.value === null || other.value === null) {
    return { value: null, low: null, high: null, reason: "insufficient_data" };
  }
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
}
