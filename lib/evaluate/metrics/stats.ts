import { type Mean, mean, type Rate, rate } from "#lib/domain/rate";
import type { Counts } from "./summary.ts";

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

/** The row of a model and prompt version ("" for none), of its counts and its ratings by type. */
export function statsRow(
  [modelName = "", promptVersion = ""]: readonly string[],
  counts: Counts,
  ratingTypes: Readonly<Record<string, number>>,
): StatsRow {
  const { thumbsUp, thumbsDown, starCount, starSum, corrections, comments } = counts;
  return {
    modelName,
    promptVersion: promptVersion || null,
    total: Object.values(ratingTypes).reduce((sum, count) => sum + count, 0),
    thumbsUp,
    thumbsDown,
    positive: rate(thumbsUp, thumbsUp + thumbsDown),
    starCount,
    stars: mean(starSum, starCount),
    correctionCount: corrections,
    commentCount: comments,
  };
}
