import { type Change, rateChange } from "#components/figures/prepare-change.ts";
import { type ReferenceKind, referenceNames } from "#components/format/reference.ts";
import { formatScoreNumber } from "#components/format/score-number.ts";
import { formatSigned } from "#components/format/signed.ts";
import type { PlacedScore } from "#lib/use-cases/compare-scores.ts";
import { scoreHeadline } from "./score-headline.ts";

/** The change of a score against the comparison. */
export function scoreChange(
  now: PlacedScore,
  before: PlacedScore | null,
  label: string | null,
  reference: ReferenceKind,
): Change {
  const [current, previous] = [now, before].map((placed) => placed && scoreHeadline(placed.figures, label));
  if (current?.kind === "share") {
    const none = { value: null, n: 0, low: null, high: null, reason: "insufficient_data" } as const;
    return rateChange(current.share, previous?.kind === "share" ? previous.share : none, reference);
  }
  const there = referenceNames[reference];
  const { difference } = now;
  if (previous?.kind !== "mean" || previous.mean.value === null || !difference || difference.value === null)
    return { words: "No earlier data", direction: "none", detail: `No data in ${there}.` };
  const { value, low, high } = difference;
  return {
    words: `${formatSigned(value)} (${formatSigned(low)} to ${formatSigned(high)})`,
    direction: value === 0 ? "none" : value > 0 ? "up" : "down",
    detail: `${formatScoreNumber(previous.mean.value)} of ${previous.mean.n} in ${there}; change: ${formatSigned(low)} to ${formatSigned(high)} (95% confidence interval).`,
  };
}
