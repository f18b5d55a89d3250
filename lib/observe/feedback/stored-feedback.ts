import type { ScoreFault } from "../scores/index.ts";

/**
 * What became of one rating. A retry is answered as the submission that it repeats; history gives way to what came after;
 * a score that does not fit its declaration is refused.
 */
export type StoredFeedback =
  | { outcome: "created" | "replaced" | "unchanged" | "superseded"; feedbackId: string; createdAt: Date }
  | { outcome: "repeated"; feedbackId: string; createdAt: Date; created: boolean }
  | { outcome: "interaction_missing" }
  | { outcome: "id_reused" }
  | { outcome: "score_refused"; fault: ScoreFault };

/** What became of a rating, by its position. */
export type Settled = [position: number, outcome: StoredFeedback];
