import type { FeedbackAdapter, Kept, Receipt } from "../adapter/adapter.ts";
import type { FeedbackBody, RatingContent, RatingType } from "../adapter/bodies.ts";
import { newEventId } from "../adapter/event-id.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import { asRefusal } from "../adapter/refusal.ts";
import { recallRating, rememberSubmission } from "./remembered-rating.ts";
import {
  initialSubmission,
  type Request,
  reduceSubmission,
  type SubmissionEvent,
  type SubmissionState,
} from "./submission-state.ts";

/** What a queue needs of its host. Read anew for every request, so a host may renew its adapter. */
export interface SubmissionHost {
  /** Which answer is rated, as logging it answered. */
  interactionId: string;
  /** Where ratings go: `httpAdapter(…)`, or one of the host's own. */
  adapter: FeedbackAdapter;
  /** An object that is stored with every rating. */
  metadata?: Record<string, unknown> | undefined;
  /** The server has stored a rating. */
  onSaved?: ((receipt: Receipt, feedback: FeedbackBody) => void) | undefined;
  /** The server has taken a rating back. */
  onRemoved?: ((feedbackId: string) => void) | undefined;
  /** The server has refused, or could not be reached. */
  onRefused?: ((refusal: FeedbackRefused) => void) | undefined;
}

type About = Pick<SubmissionHost, "interactionId" | "adapter" | "metadata">;

/** Carries one widget's wishes to the server, one request at a time, also after the widget has left the page. */
export interface SubmissionQueue {
  state(): SubmissionState;
  subscribe(listener: () => void): () => void;
  /** Begins with what this device remembers, unless more is known already. */
  recall(): void;
  /** Wants the server to have this rating. */
  rate(content: RatingContent): void;
  /** Wants the server to have none; does nothing when the adapter cannot remove. */
  takeBack(): void;
  /** Sends what was refused again, under the same id. */
  retry(): void;
}

/** A queue for the host's interaction, starting from what the server is known to have. */
export function createSubmissionQueue(
  host: () => SubmissionHost,
  type: RatingType,
  stored: SubmissionState["stored"] = null,
): SubmissionQueue {
  let state = initialSubmission(stored);
  const listeners = new Set<() => void>();

  function dispatch(event: SubmissionEvent) {
    const before = state;
    state = reduceSubmission(state, event);
    if (state === before) return;
    if (event.type !== "recalled") remember();
    if (state.inFlight && state.inFlight !== before.inFlight) void run(state.inFlight);
    for (const listener of listeners) listener();
  }

  function remember() {
    const { adapter, interactionId } = host();
    rememberSubmission(adapter, interactionId, type, state);
  }

  async function run(request: Request) {
    const { onSaved, onRemoved, onRefused, ...about } = host();
    const underWay = () => state.inFlight === request;
    const settled = await settle(request, about, (kept) => {
      if (underWay()) dispatch({ type: "kept", kept });
    });
    // A later wish took the place of a kept rating: what became of that is no news any more.
    if (!underWay()) return;
    if (settled.refusal) {
      dispatch({ type: "refused", refusal: settled.refusal });
      onRefused?.(settled.refusal);
    } else if (settled.receipt) {
      dispatch({ type: "accepted", feedbackId: settled.receipt.feedback_id });
      onSaved?.(settled.receipt, settled.body);
    } else {
      dispatch({ type: "accepted", feedbackId: request.feedbackId });
      onRemoved?.(request.feedbackId);
    }
  }

  return {
    state: () => state,
    recall() {
      const { adapter, interactionId } = host();
      const rating = recallRating(adapter, interactionId, type);
      if (rating) dispatch({ type: "recalled", rating });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rate: (content) =>
      dispatch({ type: "wished", wish: { kind: "rate", feedbackId: newEventId(), content } }),
    takeBack() {
      if (host().adapter.remove) dispatch({ type: "wished", wish: { kind: "take_back" } });
    },
    retry: () => dispatch({ type: "retried" }),
  };
}

type Settled =
  | { refusal: FeedbackRefused; receipt?: undefined }
  | { receipt: Receipt; body: FeedbackBody; refusal?: undefined }
  | { receipt?: undefined; refusal?: undefined };

/** Never throws: what the adapter throws is the refusal. */
async function settle(request: Request, about: About, onKept: (kept: Kept) => void): Promise<Settled> {
  try {
    if (request.kind === "remove") {
      if (request.keptId) await about.adapter.remove?.(request.keptId);
      await about.adapter.remove?.(request.feedbackId);
      return {};
    }
    const metadata = { ...about.metadata, ...request.content.metadata };
    const body: FeedbackBody = {
      interaction_id: about.interactionId,
      feedback_id: request.feedbackId,
      ...request.content,
      ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
    };
    return { receipt: await about.adapter.submit(body, { onKept }), body };
  } catch (thrown) {
    return { refusal: asRefusal(thrown) };
  }
}
