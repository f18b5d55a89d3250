import { type Rate, rate } from "../domain/rate.ts";
import { type RateDifference, rateDifference } from "../domain/rate-difference.ts";
import type { ScoreDefinition } from "../domain/score.ts";
import {
  type MeanDifference,
  type ScoreCounts,
  type ScoreMean,
  scoreMean,
  scoreMeanDifference,
} from "../evaluate/metrics/index.ts";

/** The count and share of a score's label. */
export interface ScoreLabel {
  label: string;
  count: number;
  /** Share of the values with any label. */
  share: Rate;
}

/** A score's metrics in one place: the mean for numbers, the share of each label for booleans and categories. */
export interface ScoreFigures {
  n: number;
  mean: ScoreMean | null;
  /** For booleans: how often it was true. */
  shareTrue: Rate | null;
  /** In declared order; true before false for booleans. */
  labels: ScoreLabel[];
}

/**
 * The difference of a score between two groups, by its mean (in its own unit) or by the share of a label (from −1 to
 * 1).
 */
export type ScoreDifference = RateDifference | MeanDifference;

/** Metrics of counts, by the type of the score. */
export function scoreFigures(definition: ScoreDefinition, counts: ScoreCounts): ScoreFigures {
  const { n, sum, labels } = counts;
  return {
    n,
    mean: definition.type === "number" ? toMean(definition, counts) : null,
    shareTrue: definition.type === "boolean" ? rate(sum, n) : null,
    labels: listLabels(definition, counts).map((label) => {
      const count = labels.get(label) ?? 0;
      return { label, count, share: rate(count, n) };
    }),
  };
}

/** The labels of a score in order: declared ones first, then others; none for numbers. */
export function listLabels({ type, labels }: ScoreDefinition, counts: ScoreCounts): string[] {
  if (type === "number") return [];
  const order = type === "boolean" ? ["true", "false"] : labels;
  return [...order, ...[...counts.labels.keys()].filter((label) => !order.includes(label))];
}

/**
 * The label whose share is compared, for categories: the best one by the score's direction, otherwise the most common.
 * Null for other types.
 */
export function comparedLabel(
  { type, labels, direction }: ScoreDefinition,
  counts: ScoreCounts,
): string | null {
  if (type !== "category") return null;
  const best = direction === "higher" ? labels.at(-1) : direction === "lower" ? labels[0] : undefined;
  const [commonest] = [...counts.labels].sort(
    ([one, first], [other, second]) => second - first || (one < other ? -1 : 1),
  );
  return best ?? commonest?.[0] ?? null;
}

/** The difference of a score between two groups; categories by one of their labels. */
export function scoreDifference(
  definition: ScoreDefinition,
  label: string | null,
  one: ScoreCounts,
  other: ScoreCounts,
): ScoreDifference {
  if (definition.type === "number") return scoreMeanDifference(one, other);
  const shareOf = (counts: ScoreCounts) => rate(partOf(definition, label, counts), counts.n);
  return rateDifference(shareOf(one), shareOf(other));
}

const partOf = ({ type }: ScoreDefinition, label: string | null, { sum, labels }: ScoreCounts): number =>
  type === "boolean" ? sum : (labels.get(label ?? "") ?? 0);

/** The mean of a number score, with the interval limited to the declared range; a learned range does not limit it. */
export const toMean = ({ confirmed, min, max }: ScoreDefinition, counts: ScoreCounts): ScoreMean =>
  scoreMean(counts, confirmed ? { min, max } : { min: null, max: null });
