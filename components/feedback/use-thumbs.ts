"use client";
import { type Dispatch, useReducer } from "react";
import { type SubmissionState, shownRating } from "./submission-state.ts";
import {
  detailedContent,
  emptyThumbsDraft,
  hasDetails,
  hasNews,
  reduceThumbs,
  retriedContent,
  type Thumb,
  type ThumbsDraft,
  type ThumbsEvent,
  thumbContent,
} from "./thumbs-state.ts";
import { useSubmission } from "./use-submission.ts";
import type { StoredRating, WidgetProps } from "./widget-props.ts";

/** What the thumbs draw, and what a press does. */
export interface Thumbs {
  /** The thumb to draw as pressed. */
  pressed: Thumb | null;
  submission: SubmissionState;
  draft: ThumbsDraft;
  dispatch: Dispatch<ThumbsEvent>;
  press(thumb: Thumb): void;
  sendDetails(): void;
  retry(): void;
}

/** The thumbs' behaviour without their looks. */
export function useThumbs(props: WidgetProps & { initial?: StoredRating | undefined }): Thumbs {
  const [draft, dispatch] = useReducer(reduceThumbs, emptyThumbsDraft);
  const { initial, ...host } = props;
  const [submission, queue] = useSubmission(
    {
      ...host,
      onSaved(receipt, feedback) {
        if (hasDetails(feedback)) dispatch({ type: "details_stored", content: feedback });
        props.onSaved?.(receipt, feedback);
      },
    },
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
