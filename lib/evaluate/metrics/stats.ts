import type { Mean, Rate } from "#lib/domain/rate.ts";
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
  positive: Rate;
  starCount: number;
  stars: Mean;
  correctionCount: number;
  /** Ratings of any type with a comment. */
  commentCount: number;
}

/** The row of a model and prompt version ("" for none). */
export function statsRow([modelName = "", promptVersion = ""]: readonly string[], counts: Counts): StatsRow {
  const { thumbsUp, thumbsDown, positive, starCount, starMean, corrections, comments } = summarise(counts);
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
