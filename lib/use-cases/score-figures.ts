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

/** What one label of a score came to. */
export interface ScoreLabel {
  label: string;
  count: number;
  /** Of the values with any label. */
  share: Rate;
}

/** What a score came to in one place: of a number its mean, of a boolean and a category the share of each label. */
export interface ScoreFigures {
  n: number;
  mean: ScoreMean | null;
  /** Of a boolean how often it was true. */
  shareTrue: Rate | null;
  /** In the order of the declaration; of a boolean true before false. */
  labels: ScoreLabel[];
}

/** How much a score is above the same elsewhere, its mean or the share of one label: of a share from −1 to 1, of a mean in its own unit. */
export type ScoreDifference = RateDifference | MeanDifference;

/** What counts come to, by the type of their score. */
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

/** The labels of a score in their order: those that it was declared with, and then others that it has; none of a number. */
export function listLabels({ type, labels }: ScoreDefinition, counts: ScoreCounts): string[] {
  if (type === "number") return [];
  const order = type === "boolean" ? ["true", "false"] : labels;
  return [...order, ...[...counts.labels.keys()].filter((label) => !order.includes(label))];
}

/**
 * The label whose share a category is compared by: the best one where its direction says which that is, else the one
 * that is given most. Null for the other types; they need none.
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

/** How much a score is above the same elsewhere; a category by one of its labels. */
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

/** The mean of a number's values, no further than its declaration lets them go: what a learned score had bounds nothing. */
export const toMean = ({ confirmed, min, max }: ScoreDefinition, counts: ScoreCounts): ScoreMean =>
  scoreMean(counts, confirmed ? { min, max } : { min: null, max: null });
