import { Gauge, type LucideIcon, MessageSquareText, PenLine, Star, ThumbsDown, ThumbsUp } from "lucide-react";
import type { RatingType } from "#lib/domain/rating.ts";
import type { ScoreType } from "#lib/domain/score.ts";
import { formatCategory } from "../format/numbers.ts";

/** How something that was said or done is marked and called. */
export interface RatingLabel {
  icon: LucideIcon;
  tone: string;
  words: string;
}

/** The fields of a rating that decide its label. */
export interface LabelledRating {
  ratingType: RatingType;
  ratingValue: number | null;
  scoreName?: string;
  scoreType?: ScoreType | null;
  scoreValue?: boolean | number | null;
  scoreLabel?: string | null;
}

/** The look of a rating: "Thumbs down", "4 of 5 stars", "Task solved: yes". */
export function ratingLabel(rating: LabelledRating): RatingLabel {
  const { ratingType, ratingValue } = rating;
  if (ratingType === "score")
    return {
      icon: Gauge,
      tone: "text-accent",
      words: `${formatCategory(rating.scoreName ?? "")}: ${formatScore(rating)}`,
    };
  if (ratingType === "stars") return { icon: Star, tone: "text-warn", words: `${ratingValue} of 5 stars` };
  if (ratingType === "correction") return { icon: PenLine, tone: "text-accent", words: "Edited the answer" };
  if (ratingType === "comment")
    return { icon: MessageSquareText, tone: "text-soft", words: "Left a comment" };
  return ratingValue === 1
    ? { icon: ThumbsUp, tone: "text-good", words: "Thumbs up" }
    : { icon: ThumbsDown, tone: "text-bad", words: "Thumbs down" };
}

/** The value of a score: "yes", "0.8", "partly". */
function formatScore({ scoreType, scoreValue = null, scoreLabel = null }: LabelledRating): string {
  if (scoreLabel !== null) return scoreLabel;
  if (scoreType === "boolean" || typeof scoreValue === "boolean")
    return Number(scoreValue) === 1 ? "yes" : "no";
  return scoreValue === null ? "–" : scoreValue.toLocaleString("en", { maximumFractionDigits: 4 });
}
