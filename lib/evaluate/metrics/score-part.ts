import type { FeedbackSource } from "#lib/domain/rating";

/** What a score is about. */
export type ScoreTarget = "interaction" | "session";

/** Which values of scores a part counts: its name in the rollups is this as a JSON array. */
export interface ScorePart {
  name: string;
  target: ScoreTarget;
  source: FeedbackSource;
  /** Of a category its label, of a boolean "true" or "false", of a number ""; null for an answer under any. */
  label: string | null;
}

/** Reads the name of a part of kind "score" or "score_answer", as count-parts-store.ts writes it. */
export function readScorePart(text: string): ScorePart {
  const [name, target, source, label = null] = JSON.parse(text) as [
    string,
    ScoreTarget,
    FeedbackSource,
    string?,
  ];
  return { name, target, source, label };
}
