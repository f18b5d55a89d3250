import type { Mean, Rate } from "#lib/domain/rate.ts";
import { type Counts, summarise } from "./summary.ts";

/** What the ratings of one model and prompt version came to. */
export interface StatsRow {
  modelName: string;
  promptVersion: string | null;
  /** Ratings of every type. */
  total: number;
  thumbsUp: number;
  thumbsDown: number;
  /** Thumbs-up of all thumbs. */
  positive: Rate;
  starCount: number;
  stars: Mean;
  correctionCount: number;
  /** Ratings of any type that say something in words. */
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
