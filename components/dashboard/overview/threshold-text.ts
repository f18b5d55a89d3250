import type { Change } from "#components/figures/prepare-change.ts";
import { formatCountOf } from "#components/format/numbers.ts";
import { type ReferenceKind, referenceNames } from "#components/format/reference.ts";
import type { Rate } from "#lib/domain/rate.ts";

/** The prompt versions whose entire confidence interval of the positive rate is below a threshold. */
export interface ThresholdCount {
  threshold: number;
  /** Fewest thumbs that a version is judged by. */
  least: number;
  /** How many versions have so many. */
  judged: number;
  /** The lowest first. */
  under: { name: string; positive: Rate }[];
  /** The same numbers of what the reader compares with; null where that is nothing. */
  before: { judged: number; under: number } | null;
}

/** How many more or fewer prompt versions are under the threshold than in what the reader compares with. */
export function thresholdChange({ under, before }: ThresholdCount, reference: ReferenceKind): Change | null {
  if (before === null) return null;
  const name = referenceNames[reference];
  if (before.judged === 0)
    return {
      words: "No earlier data",
      direction: "none",
      detail: `No version had enough thumbs in ${name}.`,
    };
  const more = under.length - before.under;
  return {
    words: more === 0 ? "no change" : `${more > 0 ? "+" : "−"}${Math.abs(more)}`,
    direction: more === 0 ? "none" : more > 0 ? "up" : "down",
    detail: `${formatCountOf(before.under, "version")} of ${before.judged} in ${name}.`,
  };
}
