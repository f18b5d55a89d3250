import { type LucideIcon, MessageSquareText, PenLine, Star, ThumbsDown, ThumbsUp } from "lucide-react";
import type { RatingType } from "#lib/domain/rating";

/** How something that was said or done is marked and called. */
export interface Look {
  icon: LucideIcon;
  tone: string;
  words: string;
}

/** The look of a rating: "Thumb down", "4 of 5 stars". */
export function ratingLook(ratingType: RatingType, ratingValue: number | null): Look {
  if (ratingType === "stars") return { icon: Star, tone: "text-warn", words: `${ratingValue} of 5 stars` };
  if (ratingType === "correction")
    return { icon: PenLine, tone: "text-accent", words: "Edited the response" };
  if (ratingType === "comment") return { icon: MessageSquareText, tone: "text-soft", words: "Commented" };
  return ratingValue === 1
    ? { icon: ThumbsUp, tone: "text-good", words: "Thumb up" }
    : { icon: ThumbsDown, tone: "text-bad", words: "Thumb down" };
}
