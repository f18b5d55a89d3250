import type { Mean } from "#lib/domain/rate.ts";
import type { RaterGroups, RaterRate } from "#lib/domain/rater-groups.ts";
import { type Counts, summarise } from "./summary.ts";

/** The rating statistics of a model and prompt version. */
export interface StatsRow {
  modelName: string;
  promptVersion: string | null;
  /** Ratings of every type. */
  total: number;
  thumbsUp: number;
  thumbsDown: number;
  /** Share of thumbs that are up. */
  positive: RaterRate;
  starCount: number;
  stars: Mean;
  correctionCount: number;
  /** Ratings of any type with a comment. */
  commentCount: number;
}

/** The row of a model and prompt version ("" for none). */
export function statsRow(
  [modelName = "", promptVersion = ""]: readonly string[],
  counts: Counts,
  raters: RaterGroups | null = null,
): StatsRow {
  const summary = summarise(counts, {}, raters);
  const { thumbsUp, thumbsDown, positive, starCount, starMean, corrections, comments } = summary;
  return {
    modelName,
    promptVersion: promptVersion || null,
    total: counts.ratings,
    thumbsUp,
    thumbsDown,
    positive,
    starCount,
    stars: starMean,
    correctionCount: corrections,
    commentCount: comments,
  };
}
