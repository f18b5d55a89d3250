import type { RatingContent } from "../adapter/bodies.ts";
import { type SubmissionState, sameContent } from "../submission/submission-state.ts";

/** A thumb: 1 is up, 0 is down. */
export type Thumb = 0 | 1;

/** What the user has unfolded, ticked and typed but not necessarily sent. */
export interface BarDraft {
  open: boolean;
  /** Ticked category values, in the order of the ticks. */
  categories: string[];
  comment: string;
  /** What the widget has to say about the last press, if it sent nothing. */
  hint: "nothing_to_send" | "cannot_take_back" | null;
}

/** What may happen to the draft. */
export type BarEvent =
  | { type: "rated"; thumb: Thumb }
  | { type: "taken_back" }
  | { type: "details_toggled" }
  | { type: "category_toggled"; value: string }
  | { type: "comment_typed"; comment: string }
  | { type: "details_sent" }
  | { type: "details_stored"; content: RatingContent }
  | { type: "hinted"; hint: NonNullable<BarDraft["hint"]> };

/** Nothing unfolded, ticked or typed. */
export const emptyBarDraft: BarDraft = { open: false, categories: [], comment: "", hint: null };

/** The next draft. What was ticked and typed outlives every fold, change of mind and refusal. */
export function reduceBar(draft: BarDraft, event: BarEvent): BarDraft {
  switch (event.type) {
    case "rated":
      return { ...draft, open: event.thumb === 0, hint: null };
    case "taken_back":
      return { ...draft, open: false, hint: null };
    case "details_stored":
      // What was typed since "Send" is not stored, so it stays in sight.
      return { ...draft, open: draft.open && !sameContent(event.content, detailedContent(draft)) };
    case "details_toggled":
      return { ...draft, open: !draft.open, hint: null };
    case "category_toggled":
      return { ...draft, categories: toggled(draft.categories, event.value), hint: null };
    case "comment_typed":
      return { ...draft, comment: event.comment, hint: null };
    case "details_sent":
      return { ...draft, hint: null };
    case "hinted":
      return { ...draft, hint: event.hint };
  }
}

/** A plain thumb, as it is sent at once. */
export function thumbContent(thumb: Thumb): RatingContent {
  return { rating_type: "binary", rating_value: thumb };
}

/** A thumbs-down with what was ticked and typed, as "Send" sends it. */
export function detailedContent(draft: BarDraft): RatingContent {
  const comment = draft.comment.trim();
  return {
    ...thumbContent(0),
    ...(draft.categories.length > 0 ? { rating_categories: draft.categories } : {}),
    ...(comment ? { feedback_comment: comment } : {}),
  };
}

/** Whether a rating carries categories or a comment. */
export function hasDetails(content: RatingContent): boolean {
  return Boolean(content.feedback_comment || content.rating_categories?.length);
}

/** Whether "Send" would tell the server something that the shown rating does not say. */
export function hasNews(draft: BarDraft, shown: RatingContent | null): boolean {
  const content = detailedContent(draft);
  return shown?.rating_value === 0 ? !sameContent(content, shown) : hasDetails(content);
}

/**
 * What "Try again" sends: what was refused, except that refused details give way to what is typed now.
 * null: the refused wish as it was.
 */
export function retriedContent(state: SubmissionState, draft: BarDraft): RatingContent | null {
  const wish = state.refused?.wish;
  if (wish?.kind !== "rate" || wish.content.rating_value !== 0 || !draft.open) return null;
  return hasDetails(wish.content) ? detailedContent(draft) : null;
}

function toggled(values: string[], value: string): string[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
