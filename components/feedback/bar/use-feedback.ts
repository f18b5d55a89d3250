"use client";
import { useReducer } from "react";
import { type Details, hasDetails, ticking, toDetails } from "../submission/details.ts";
import { hinted, type Outcome, toOutcome } from "../submission/outcome-words.ts";
import { type StoredRating, storedSubmission } from "../submission/stored-rating.ts";
import { isBusy, shownRating } from "../submission/submission-state.ts";
import { useSubmission } from "../submission/use-submission.ts";
import { defaultCategories } from "../widget/offered-categories.ts";
import { useKept } from "../widget/use-kept.ts";
import type { WidgetProps } from "../widget/widget-props.ts";
import {
  detailedContent,
  emptyBarDraft,
  hasNews,
  isUnsent,
  reduceBar,
  retriedContent,
  type Thumb,
  thumbContent,
  toThumb,
} from "./bar-state.ts";
import { barTexts } from "./bar-texts.ts";

/** Options of {@link useFeedback}. */
export interface FeedbackOptions extends WidgetProps {
  /** Category values (snake_case) offered with a thumbs down. Labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
  /** Category values offered with a thumbs up. Without any, a thumbs up asks for no details. */
  positiveCategories?: readonly string[] | undefined;
  /** The thumb already stored. */
  initial?: StoredRating | undefined;
}

/** What a feedback bar draws, and what a press does. */
export interface Feedback {
  /** The thumb to show as pressed: 1 is up, 0 is down. */
  pressed: Thumb | null;
  /** The thumb whose details are open. */
  open: Thumb | null;
  /** Whether details can be given. */
  canTellMore: boolean;
  canUndo: boolean;
  /** The categories to offer. */
  categories: readonly string[];
  /** The selected categories and the comment for the thumb. */
  details: Details;
  /** Whether the server has stored exactly this. */
  sent: boolean;
  /** Whether a request is in progress. */
  busy: boolean;
  /** The message for a live region, and whether to offer a retry. */
  outcome: Outcome;
  /** Sends a thumb immediately, even if it is already pressed. Only `undo` removes it. */
  press(thumb: Thumb): void;
  /** Removes the rating. */
  undo(): void;
  /** Opens or closes the details. */
  toggleDetails(): void;
  toggleCategory(value: string): void;
  typeComment(comment: string): void;
  /** Sends the selected categories and the comment as part of the same rating. */
  sendDetails(): void;
  /** Retries what failed. */
  retry(): void;
}

const none: readonly string[] = [];

/** Headless feedback bar. Use the interaction's id as the key of the component. */
export function useFeedback(options: FeedbackOptions): Feedback {
  const { categories = defaultCategories, positiveCategories = none, initial, ...host } = options;
  const [draft, dispatch] = useReducer(reduceBar, emptyBarDraft);
  const [submission, queue] = useSubmission(
    {
      ...host,
      onSaved(receipt, feedback) {
        if (hasDetails(feedback)) dispatch({ type: "details_stored", content: feedback });
        host.onSaved?.(receipt, feedback);
      },
    },
    "binary",
    storedSubmission("binary", initial),
  );
  const texts = barTexts(options.texts);
  const shown = shownRating(submission);
  const unsent = isUnsent(draft, shown) ? draft : undefined;
  useKept(host, "binary", unsent, (kept) => dispatch({ type: "recalled", kept }));
  const pressed = toThumb(shown);
  const { open } = draft;
  const about = open ?? pressed ?? 0;
  const details = draft.details[about] ?? toDetails(about === pressed ? shown : null);
  const asks = (thumb: Thumb) => thumb === 0 || positiveCategories.length > 0;
  const canUndo = pressed !== null && host.adapter.remove !== undefined;
  // Thanks come after the last step: sending the details or closing them.
  const outcome = toOutcome(open === null ? submission : { ...submission, granted: null }, texts);
  const content = detailedContent(about, details);
  const news = hasNews(content, shown);
  const unfold = (thumb: Thumb | null) => dispatch({ type: "unfolded", thumb });
  const edit = (change: Partial<Details>) =>
    dispatch({ type: "edited", thumb: about, details: { ...details, ...change } });

  return {
    pressed,
    open,
    canTellMore: open !== null || (pressed !== null && asks(pressed)),
    canUndo,
    categories: about === 0 ? categories : positiveCategories,
    details,
    sent: !news && hasDetails(content) && !submission.inFlight,
    busy: isBusy(submission),
    outcome: draft.hinted ? hinted(outcome, texts.nothingToSend) : outcome,
    press(thumb) {
      // Its details stay.
      queue.rate(thumb === pressed && shown ? shown : thumbContent(thumb), true);
      unfold(asks(thumb) ? thumb : null);
    },
    undo() {
      queue.takeBack();
      unfold(null);
    },
    toggleDetails: () => unfold(open === null ? about : null),
    toggleCategory: (value) => edit(ticking(value, !details.categories.includes(value))(details)),
    typeComment: (comment) => edit({ comment }),
    sendDetails() {
      if (news) queue.rate(content);
      else if (hasDetails(content) && !submission.kept) unfold(null);
      // A rating kept for later is done; there are no details to ask for.
      else dispatch({ type: "hinted", hinted: !submission.kept });
    },
    retry() {
      const content = retriedContent(submission, draft);
      if (content) queue.rate(content);
      else queue.retry();
    },
  };
}
