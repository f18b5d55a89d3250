"use client";
import { useState } from "react";
import { ticking } from "../submission/details.ts";
import { hinted, type Outcome } from "../submission/outcome-words.ts";
import { defaultCategories } from "../widget/offered-categories.ts";
import { type CommentRatingOptions, commentTexts, useCommentRating } from "../widget/use-comment-rating.ts";

/** What {@link useCategories} takes. */
export interface CategoriesOptions extends CommentRatingOptions {
  /** Category values (snake_case) to offer; their labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
}

/** What a category picker draws, and what a tick does. */
export interface Categories {
  /** The values to offer. */
  categories: readonly string[];
  ticked: readonly string[];
  /** Whether a request is under way. */
  busy: boolean;
  /** What to say in a live region, and whether to offer another try. */
  outcome: Outcome;
  /** Ticks a value, or unticks it, and sends what is ticked now. */
  toggle(value: string): void;
  /** Sends what was refused again. */
  retry(): void;
}

/** A category picker's behaviour without its looks. Key what uses it by its interaction's id. */
export function useCategories({ categories = defaultCategories, ...options }: CategoriesOptions): Categories {
  const [stuck, setStuck] = useState(false);
  const { said, say, busy, outcome, retry } = useCommentRating(options);
  return {
    categories,
    ticked: said.categories,
    busy,
    outcome: stuck ? hinted({ ...outcome, words: "" }, commentTexts(options.texts).cannotClear) : outcome,
    toggle: (value) => setStuck(!say(ticking(value, !said.categories.includes(value)))),
    retry,
  };
}
