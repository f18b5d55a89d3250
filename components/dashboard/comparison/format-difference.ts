import type { KnownDifference } from "./comparison-differences.ts";

/** 0.032 → "+3.2", −0.004 → "−0.4", 0 → "0.0": points with a true minus sign. */
export function formatPoints(difference: number): string {
  const text = Math.abs(difference * 100).toFixed(1);
  return text === "0.0" ? text : `${difference > 0 ? "+" : "−"}${text}`;
}

/** The interval of a difference: "−1.0 to +7.4". */
export const pointsInterval = ({ low, high }: Pick<KnownDifference, "low" | "high">): string =>
  `${formatPoints(low)} to ${formatPoints(high)}`;

/** A difference as part of a sentence: "+3.2 points (95% confidence interval −1.0 to +7.4)". */
export const differenceSentence = (difference: KnownDifference): string =>
  `${formatPoints(difference.value)} points (95% confidence interval ${pointsInterval(difference)})`;
