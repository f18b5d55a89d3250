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

/** What {@link useFeedback} takes. */
export interface FeedbackOptions extends WidgetProps {
  /** Category values (snake_case) offered with a thumbs-down; their labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
  /** Category values offered with a thumbs-up, which asks for nothing unless there are some. */
  positiveCategories?: readonly string[] | undefined;
  /** The thumb that the server has from before. */
  initial?: StoredRating | undefined;
}

/** What a feedback bar draws, and what a press does. */
export interface Feedback {
  /** The thumb to draw as pressed: 1 up, 0 down. */
  pressed: Thumb | null;
  /** The thumb whose details are asked for now. */
  open: Thumb | null;
  /** Whether there are details to ask for, open or not. */
  canTellMore: boolean;
  canUndo: boolean;
  /** The categories to offer. */
  categories: readonly string[];
  /** What is ticked and typed for the thumb. */
  details: Details;
  /** Whether the server has just that. */
  sent: boolean;
  /** Whether a request is under way. */
  busy: boolean;
  /** What to say in a live region, and whether to offer another try. */
  outcome: Outcome;
  /** Sends a thumb at once, whichever is shown: a press says what the user thinks, and only `undo` takes it back. */
  press(thumb: Thumb): void;
  /** Takes the rating back. */
  undo(): void;
  /** Unfolds the details, or folds them. */
  toggleDetails(): void;
  toggleCategory(value: string): void;
  typeComment(comment: string): void;
  /** Sends what is ticked and typed, as part of the same rating. */
  sendDetails(): void;
  /** Sends what was refused again. */
  retry(): void;
}

const none: readonly string[] = [];

/** A feedback bar's behaviour without its looks. Key what uses it by its interaction's id. */
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
  // Thanks come after the last step, which is sending the details or folding them.
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
      // What was said with it stays said.
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
      // What is kept for later is said already; there is nothing to ask for.
      else dispatch({ type: "hinted", hinted: !submission.kept });
    },
    retry() {
      const content = retriedContent(submission, draft);
      if (content) queue.rate(content);
      else queue.retry();
    },
  };
}
