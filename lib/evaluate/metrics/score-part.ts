import type { FeedbackSource } from "#lib/domain/rating.ts";

/** What was scored. */
export type ScoreTarget = "interaction" | "session";

/** Which values of scores a part counts: its name in the rollups is this as a JSON array, as count-parts-store.ts writes it. */
export interface ScorePart {
  name: string;
  target: ScoreTarget;
  source: FeedbackSource;
  /** The label of a category, "true" or "false" for booleans, "" for numbers. */
  label: string;
}

/** Reads the name of a part of kind "score". */
export function readScorePart(text: string): ScorePart {
  const [name, target, source, label] = JSON.parse(text) as [string, ScoreTarget, FeedbackSource, string];
  return { name, target, source, label };
}
