import { TOO_FEW } from "#components/format/numbers.ts";
import type { RateDifference } from "#lib/domain/rate-difference.ts";
import type { ComparisonRow } from "./comparison-row.ts";

/** A difference that is of enough ratings on both sides to be shown. */
export type KnownDifference = Extract<RateDifference, { value: number }>;

/** Where a difference and its interval lie on a scale, in percent of its width. */
interface DifferenceMark {
  at: number;
  from: number;
  to: number;
  /** Which side of zero the whole interval lies on. */
  side: "above" | "below" | "open";
}

/** A scale with zero in its middle that several differences share. */
interface DifferenceScale {
  /** The difference at its right end; its negative is at the left. */
  reach: number;
  mark: (difference: KnownDifference) => DifferenceMark;
}

/** The difference of a row, where both rates are of enough ratings to say one. */
export function knownDifference({
  difference,
  positive,
  against,
}: Pick<ComparisonRow, "difference" | "positive" | "against">): KnownDifference | null {
  if (!difference || difference.value === null) return null;
  return positive.n >= TOO_FEW && against.n >= TOO_FEW ? difference : null;
}

/** The scale for these differences: whole tens of points either way around every interval. */
export function differenceScale(differences: readonly KnownDifference[]): DifferenceScale {
  const furthest = Math.max(0.1, ...differences.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const reach = Math.min(1, Math.ceil(furthest * 10 - 1e-9) / 10);
  const place = (points: number) => ((points / reach + 1) / 2) * 100;
  return {
    reach,
    mark: (difference) => ({
      at: place(difference.value),
      from: place(difference.low),
      to: place(difference.high),
      side: differenceSide(difference),
    }),
  };
}

/** Which side of zero the whole interval of a difference lies on. */
export function differenceSide({ low, high }: KnownDifference): "above" | "below" | "open" {
  if (low > 0) return "above";
  return high < 0 ? "below" : "open";
}
