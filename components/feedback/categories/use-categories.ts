"use client";
import { useState } from "react";
import { ticking } from "../submission/details.ts";
import { hinted, type Outcome } from "../submission/outcome-words.ts";
import { defaultCategories } from "../widget/offered-categories.ts";
import { type CommentRatingOptions, commentTexts, useCommentRating } from "../widget/use-comment-rating.ts";

/** Options of {@link useCategories}. */
export interface CategoriesOptions extends CommentRatingOptions {
  /** Category values (snake_case) to offer. Labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
}

/** What a category picker draws, and what a tick does. */
export interface Categories {
  /** The category values to offer. */
  categories: readonly string[];
  ticked: readonly string[];
  /** Whether a request is in progress. */
  busy: boolean;
  /** The message for a live region, and whether to offer a retry. */
  outcome: Outcome;
  /** Selects or clears a value and sends the selection. */
  toggle(value: string): void;
  /** Retries what failed. */
  retry(): void;
}

/** Headless category picker. Use the interaction's id as the key of the component. */
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
