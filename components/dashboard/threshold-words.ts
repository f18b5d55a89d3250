import type { Rate } from "#lib/domain/rate";
import type { Change } from "../charts/prepare-change.ts";
import { countOf } from "./words.ts";

/** The prompt versions whose positive rate is under a threshold. */
export interface ThresholdCount {
  threshold: number;
  /** Fewest ratings that a version is judged by. */
  least: number;
  /** How many versions have so many. */
  judged: number;
  /** The lowest first. */
  under: { name: string; positive: Rate }[];
  /** How many it were in the window before; null where the reader compares with nothing. */
  before: number | null;
}

/** How many more or fewer prompt versions are under the threshold than in the window before. */
export function thresholdChange({ under, before }: ThresholdCount): Change | null {
  if (before === null) return null;
  const more = under.length - before;
  return {
    words: more === 0 ? "no change" : `${more > 0 ? "+" : "−"}${Math.abs(more)}`,
    direction: more === 0 ? "none" : more > 0 ? "up" : "down",
    detail: `${countOf(before, "version")} in the window before.`,
  };
}
