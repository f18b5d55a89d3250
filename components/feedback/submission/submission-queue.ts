import type { RatingContent, RatingType } from "../adapter/bodies.ts";
import { newEventId } from "../adapter/event-id.ts";
import { type Subscriber, sharedSubmission } from "./shared-submission.ts";
import type { SubmissionState } from "./submission-state.ts";

/** One widget's access to a rating. */
export interface SubmissionQueue {
  /** `muted` while another widget of the same rating reports its outcome. */
  state(): SubmissionState;
  subscribe(listener: () => void): () => void;
  /** Starts with what this device remembers, unless more is already known. */
  recall(): void;
  /** Sends a rating; `anyway`: even if the server is known to have the same. The ID defaults to a new one. */
  rate(content: RatingContent, anyway?: boolean, feedbackId?: string): void;
  /** Removes the rating; does nothing if the adapter cannot. */
  takeBack(): void;
  /** Sends what was refused again, under the same ID. */
  retry(): void;
}

/** A widget's queue for the host's interaction, starting from what the server is known to have. */
export function createSubmissionQueue(
  host: Subscriber,
  type: RatingType,
  stored: SubmissionState["stored"],
): SubmissionQueue {
  const submission = sharedSubmission(host(), type, stored);
  let heard: SubmissionState | undefined;
  let muted: SubmissionState;

  return {
    state() {
      const state = submission.state();
      if (submission.speaks(host)) return state;
      // The same object for the same state, as React requires.
      if (heard !== state) muted = { ...state, muted: true };
      heard = state;
      return muted;
    },
    subscribe: (listener) => submission.join(host, listener),
    recall: () => submission.recall(host, stored),
    rate(content, anyway, feedbackId = newEventId()) {
      // Part of the rating, not of the request: a retry is the same event.
      const metadata = { ...host().metadata, ...content.metadata };
      const said = Object.keys(metadata).length > 0 ? { ...content, metadata } : content;
      submission.dispatch(host, {
        type: "wished",
        wish: { kind: "rate", feedbackId, content: said },
        anyway,
      });
    },
    takeBack() {
      if (host().adapter.remove) submission.dispatch(host, { type: "wished", wish: { kind: "take_back" } });
    },
    retry: () => submission.dispatch(host, { type: "retried" }),
  };
}
