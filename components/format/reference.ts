/** What a window is compared with: the one of the same length just before, or the days before it as a baseline. */
export type ReferenceKind = "previous" | "baseline";

/** How many days before the window the baseline is of. */
export const BASELINE_DAYS = 90;

/** How it is called within a sentence. */
export const referenceNames: Record<ReferenceKind, string> = {
  previous: "the previous period",
  baseline: `the baseline (${BASELINE_DAYS} days before)`,
};
