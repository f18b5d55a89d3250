"use client";
import { type Dispatch, useReducer } from "react";
import { type SubmissionState, shownRating } from "../submission/submission-state.ts";
import { useSubmission } from "../submission/use-submission.ts";
import type { StoredRating, WidgetProps } from "../widget/widget-props.ts";
import {
  type BarDraft,
  type BarEvent,
  detailedContent,
  emptyBarDraft,
  hasDetails,
  hasNews,
  reduceBar,
  retriedContent,
  type Thumb,
  thumbContent,
} from "./bar-state.ts";

/** What the thumbs draw, and what a press does. */
export interface Feedback {
  /** The thumb to draw as pressed. */
  pressed: Thumb | null;
  submission: SubmissionState;
  draft: BarDraft;
  dispatch: Dispatch<BarEvent>;
  press(thumb: Thumb): void;
  sendDetails(): void;
  retry(): void;
}

/** The thumbs' behaviour without their looks. */
export function useFeedback(props: WidgetProps & { initial?: StoredRating | undefined }): Feedback {
  const [draft, dispatch] = useReducer(reduceBar, emptyBarDraft);
  const { initial, ...host } = props;
  const [submission, queue] = useSubmission(
    {
      ...host,
      onSaved(receipt, feedback) {
        if (hasDetails(feedback)) dispatch({ type: "details_stored", content: feedback });
        props.onSaved?.(receipt, feedback);
      },
    },
    "binary",
    initial && {
      feedbackId: initial.feedback_id,
      content: thumbContent(initial.rating_value === 1 ? 1 : 0),
    },
  );
  const shown = shownRating(submission);
  const pressed = shown ? (shown.rating_value === 1 ? 1 : 0) : null;

  function press(thumb: Thumb) {
    if (pressed !== thumb) {
      queue.rate(thumbContent(thumb));
      dispatch({ type: "rated", thumb });
    } else if (props.adapter.remove) {
      queue.takeBack();
      dispatch({ type: "taken_back" });
    } else {
      dispatch({ type: "hinted", hint: "cannot_take_back" });
    }
  }

  function sendDetails() {
    // What is kept for later is said already; there is nothing to ask for.
    if (submission.kept && !hasNews(draft, shown)) return;
    if (!hasNews(draft, shown)) return dispatch({ type: "hinted", hint: "nothing_to_send" });
    queue.rate(detailedContent(draft));
    dispatch({ type: "details_sent" });
  }

  function retry() {
    const content = retriedContent(submission, draft);
    if (content) queue.rate(content);
    else queue.retry();
  }

  return { pressed, submission, draft, dispatch, press, sendDetails, retry };
}
