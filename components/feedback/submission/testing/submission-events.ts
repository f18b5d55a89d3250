import { FeedbackRefused } from "../../adapter/refusal.ts";
import { thumbContent } from "../../bar/bar-state.ts";
import type { SubmissionEvent, SubmissionState, Wish } from "../submission-state.ts";

export const up = { kind: "rate", feedbackId: "id-up", content: thumbContent(1) } as const;
export const down = { kind: "rate", feedbackId: "id-down", content: thumbContent(0) } as const;
export const none = { kind: "take_back" } as const;
export const want = (wish: Wish): SubmissionEvent => ({ type: "wished", wish });
export const accepted = (feedbackId: string): SubmissionEvent => ({ type: "accepted", feedbackId });
export const refused = (status: number): SubmissionEvent => ({
  type: "refused",
  refusal: new FeedbackRefused({
    code: "x",
    status,
    detail: "No.",
    retryable: status >= 500 || status === 0,
  }),
});
export const retried: SubmissionEvent = { type: "retried" };
export const kept: SubmissionEvent = { type: "kept", kept: { durable: true, offline: true } };

/** What is requested from the server. */
export function asked({ inFlight }: SubmissionState): string | null {
  if (!inFlight) return null;
  const forget = inFlight.kind === "remove" && inFlight.keptId ? `, forget ${inFlight.keptId}` : "";
  return `${inFlight.kind} ${inFlight.feedbackId}${forget}`;
}
