import type { Receipt, SubmitHooks } from "../adapter/adapter.ts";
import type { FeedbackBody, RatingType } from "../adapter/bodies.ts";
import type { Memory } from "../adapter/memory.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import { asRefusal } from "../adapter/refusal.ts";
import { memoryOf, ratingKey, recallSubmission, rememberSubmission } from "./remembered-rating.ts";
import type { SubmissionHost } from "./submission-host.ts";
import {
  initialSubmission,
  type Request,
  reduceSubmission,
  type SubmissionEvent,
  type SubmissionState,
} from "./submission-state.ts";

/**
 * Carries the wishes about one rating to the server, one request at a time, also after its widgets have left the page.
 * All widgets of a page that say the same kind of thing of the same answer share it: they draw the same, and the one
 * that wished last hears what became of it.
 */
export interface SharedSubmission {
  state(): SubmissionState;
  /** Joins a widget in; gives back how it leaves. */
  join(speaker: Speaker, listener: () => void): () => void;
  /** Whether a widget tells what becomes of the rating: the one that wished last, if it is still there. */
  speaks(speaker: Speaker): boolean;
  /** Begins with what is known, unless more has happened already. */
  recall(speaker: Speaker, known: SubmissionState["stored"]): void;
  dispatch(speaker: Speaker, event: SubmissionEvent): void;
}

/** A widget, as its present host. */
export type Speaker = () => SubmissionHost;

const shared = new WeakMap<Memory, Map<string, SharedSubmission>>();

/** The submission of the host's answer by a rating of this type; begins with what the server is known to have. */
export function sharedSubmission(
  host: SubmissionHost,
  type: RatingType,
  stored: SubmissionState["stored"],
): SharedSubmission {
  const memory = memoryOf(host.adapter);
  const key = ratingKey(host.interactionId, type);
  const ofMemory = shared.get(memory) ?? new Map<string, SharedSubmission>();
  const submission = ofMemory.get(key) ?? newSubmission(memory, key, stored);
  // A server renders for many users.
  if (typeof window !== "undefined") shared.set(memory, ofMemory.set(key, submission));
  return submission;
}

function newSubmission(memory: Memory, key: string, stored: SubmissionState["stored"]): SharedSubmission {
  let state = initialSubmission(stored);
  let speaker: Speaker | null = null;
  let recalled = false;
  let acted = false;
  const listeners = new Map<Speaker, () => void>();

  function dispatch(event: SubmissionEvent) {
    const before = state;
    state = reduceSubmission(state, event);
    if (state !== before && event.type !== "recalled") rememberSubmission(memory, key, state);
    if (speaker && state.inFlight && state.inFlight !== before.inFlight)
      void run(state.inFlight, speaker(), event.type === "recalled");
    for (const listener of listeners.values()) listener();
  }

  async function run(request: Request, host: SubmissionHost, again: boolean) {
    const underWay = () => state.inFlight === request;
    const settled = await settle(request, host, {
      again,
      onKept(kept) {
        if (underWay()) dispatch({ type: "kept", kept });
      },
    });
    // A later wish took the place of a kept rating: what became of that is no news any more.
    if (!underWay()) return;
    if (settled.refusal) {
      dispatch({ type: "refused", refusal: settled.refusal });
      host.onRefused?.(settled.refusal);
    } else if (settled.receipt) {
      dispatch({ type: "accepted", feedbackId: settled.receipt.feedback_id });
      host.onSaved?.(settled.receipt, settled.body);
    } else {
      dispatch({ type: "accepted", feedbackId: request.feedbackId });
      host.onRemoved?.(request.feedbackId);
    }
  }

  return {
    state: () => state,
    speaks: (host) => speaker === null || speaker === host || !listeners.has(speaker),
    recall(host, known) {
      if (acted) return;
      const remembered = recalled ? null : recallSubmission(memory, key);
      recalled = true;
      speaker ??= host;
      dispatch({ type: "recalled", known, remembered });
    },
    join(host, listener) {
      listeners.set(host, listener);
      return () => {
        listeners.delete(host);
        // Its thanks are not for those who come after.
        if (speaker === host) dispatch({ type: "left" });
      };
    },
    dispatch(by, event) {
      speaker = by;
      acted = true;
      dispatch(event);
    },
  };
}

type Settled =
  | { refusal: FeedbackRefused; receipt?: undefined }
  | { receipt: Receipt; body: FeedbackBody; refusal?: undefined }
  | { receipt?: undefined; refusal?: undefined };

/** Never throws: what the adapter throws is the refusal. */
async function settle(request: Request, host: SubmissionHost, hooks: SubmitHooks): Promise<Settled> {
  try {
    if (request.kind === "remove") {
      if (request.keptId) await host.adapter.remove?.(request.keptId);
      await host.adapter.remove?.(request.feedbackId);
      return {};
    }
    const body: FeedbackBody = {
      interaction_id: host.interactionId,
      feedback_id: request.feedbackId,
      ...request.content,
    };
    return { receipt: await host.adapter.submit(body, hooks), body };
  } catch (thrown) {
    return { refusal: asRefusal(thrown) };
  }
}
