import { formatPoints } from "#components/format/signed.ts";
import type { KnownDifference } from "./comparison-differences.ts";

/** The interval of a difference: "−1.0 to +7.4". */
export const pointsInterval = ({ low, high }: Pick<KnownDifference, "low" | "high">): string =>
  `${formatPoints(low)} to ${formatPoints(high)}`;

/** A difference as part of a sentence: "+3.2 points (95% confidence interval −1.0 to +7.4)". */
export const differenceSentence = (difference: KnownDifference): string =>
  `${formatPoints(difference.value)} points (95% confidence interval ${pointsInterval(difference)})`;
