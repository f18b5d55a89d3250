import type { ScoreFault } from "../scores/index.ts";

/**
 * The result of storing a rating. A retry gets the result of the original; history does not replace newer
 * ratings; a score that does not match its definition is rejected.
 */
export type StoredFeedback =
  | { outcome: "created" | "replaced" | "unchanged" | "superseded"; feedbackId: string; createdAt: Date }
  | { outcome: "repeated"; feedbackId: string; createdAt: Date; created: boolean }
  | { outcome: "interaction_missing" }
  | { outcome: "id_reused" }
  | { outcome: "score_refused"; fault: ScoreFault };

/** The result of a rating, with its position. */
export type Settled = [position: number, outcome: StoredFeedback];
