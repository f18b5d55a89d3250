import type { FeedbackAdapter, Kept } from "../adapter/adapter.ts";
import type { FeedbackBody, SignalFields } from "../adapter/bodies.ts";
import { FeedbackRefused, type Refusal } from "../adapter/refusal.ts";

/** A request that waits for the test to respond. */
export interface HeldRequest {
  /** The body of a submission; undefined for a removal. */
  body?: FeedbackBody;
  feedbackId: string;
  /** Reports that the rating is kept until it can be sent. */
  keep(kept?: Partial<Kept>): void;
  accept(): void;
  refuse(refusal?: Partial<Refusal>): void;
}

/**
 * An adapter whose requests stay in progress until the test accepts or refuses them, in the order they came.
 */
export function controlledAdapter(): {
  adapter: FeedbackAdapter;
  requests: HeldRequest[];
  /** The signals it received. */
  signals: SignalFields[];
} {
  const requests: HeldRequest[] = [];
  const signals: SignalFields[] = [];
  const adapter: FeedbackAdapter = {
    submit: (body, hooks) =>
      new Promise((resolve, reject) => {
        const feedbackId = body.feedback_id ?? "";
        requests.push({
          body,
          feedbackId,
          keep: (kept) => hooks?.onKept?.({ durable: true, offline: true, ...kept }),
          accept: () =>
            resolve({
              feedback_id: feedbackId,
              interaction_id: body.interaction_id,
              created_at: "2026-01-05T10:00:00.000Z",
              message: "Stored.",
            }),
          refuse: (refusal) => reject(refusalOf(refusal)),
        });
      }),
    remove: (feedbackId) =>
      new Promise((resolve, reject) => {
        requests.push({
          feedbackId,
          keep: () => {},
          accept: resolve,
          refuse: (refusal) => reject(refusalOf(refusal)),
        });
      }),
    signal: (signal) => void signals.push(signal),
  };
  return { adapter, requests, signals };
}

function refusalOf(refusal: Partial<Refusal> = {}): FeedbackRefused {
  return new FeedbackRefused({
    code: "database_unavailable",
    status: 503,
    detail: "Database unavailable.",
    retryable: true,
    ...refusal,
  });
}
