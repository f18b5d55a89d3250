import type { Kept } from "../adapter/adapter.ts";
import type { RatingType } from "../adapter/bodies.ts";
import type { Memory } from "../adapter/memory.ts";
import { asRefusal } from "../adapter/refusal.ts";
import { getMemory, ratingKey, recallSubmission, rememberSubmission } from "./remembered-rating.ts";
import type { SubmissionHost } from "./submission-host.ts";
import {
  initialSubmission,
  type Request,
  reduceSubmission,
  type SubmissionEvent,
  type SubmissionState,
} from "./submission-state.ts";

/**
 * Sends the changes to one rating to the server, one request at a time, even after its widgets have left the
 * page. All widgets of a page for the same answer and rating type share it: they show the same rating, and
 * the one that changed it last reports the outcome.
 */
export interface SharedSubmission {
  state(): SubmissionState;
  /** Adds a widget; returns a function to remove it. */
  join(speaker: Subscriber, listener: () => void): () => void;
  /** Whether a widget reports the rating's outcome: the one that changed it last, if it is still there. */
  speaks(speaker: Subscriber): boolean;
  /** Starts with what is known, unless there have been changes. */
  recall(speaker: Subscriber, known: SubmissionState["stored"]): void;
  dispatch(speaker: Subscriber, event: SubmissionEvent): void;
}

/** A widget, through its current host. */
export type Subscriber = () => SubmissionHost;

const shared = new WeakMap<Memory, Map<string, SharedSubmission>>();

/**
 * The submission of the host's answer for this rating type, starting with what the server is known to have.
 */
export function sharedSubmission(
  host: SubmissionHost,
  type: RatingType,
  stored: SubmissionState["stored"],
): SharedSubmission {
  const memory = getMemory(host.adapter);
  const key = ratingKey(host.interactionId, type);
  const ofMemory = shared.get(memory) ?? new Map<string, SharedSubmission>();
  const submission = ofMemory.get(key) ?? newSubmission(memory, key, stored);
  // A server renders for many users.
  if (typeof window !== "undefined") shared.set(memory, ofMemory.set(key, submission));
  return submission;
}

function newSubmission(memory: Memory, key: string, stored: SubmissionState["stored"]): SharedSubmission {
  let state = initialSubmission(stored);
  let speaker: Subscriber | null = null;
  let acted = false;
  /** What the memory contained when last read; undefined before that. */
  let seen: string | undefined;
  const listeners = new Map<Subscriber, () => void>();
  // As text: a memory may return a new object each time.
  const look = () => JSON.stringify(memory.read(key)) ?? "";

  function dispatch(event: SubmissionEvent) {
    const before = state;
    state = reduceSubmission(state, event);
    const news = event.type === "recalled" || event.type === "heard";
    if (state !== before && !news) {
      rememberSubmission(memory, key, state);
      seen = look();
    }
    if (speaker && state.inFlight && state.inFlight !== before.inFlight)
      void run(state.inFlight, speaker(), dispatch, () => state, news);
    // A kept rating that was overtaken must not arrive after its successor.
    if (speaker && before.inFlight && event.type === "heard" && !state.inFlight)
      speaker()
        .adapter.remove?.(before.inFlight.feedbackId)
        .catch(() => {});
    for (const listener of listeners.values()) listener();
  }

  /** Another page may have changed it. */
  function hear() {
    const found = look();
    if (found === seen) return;
    seen = found;
    acted = true;
    dispatch({ type: "heard", remembered: recallSubmission(memory, key) });
  }

  return {
    state: () => state,
    speaks: (host) => speaker === null || speaker === host || !listeners.has(speaker),
    recall(host, known) {
      const first = seen === undefined;
      if (first) seen = look();
      else hear();
      if (acted) return;
      speaker ??= host;
      dispatch({ type: "recalled", known, remembered: first ? recallSubmission(memory, key) : null });
    },
    join(host, listener) {
      listeners.set(host, listener);
      memory.watchers?.add(hear);
      return () => {
        listeners.delete(host);
        if (listeners.size === 0) memory.watchers?.delete(hear);
        // Its thanks are not for widgets that come later.
        if (speaker === host) dispatch({ type: "left" });
      };
    },
    dispatch(by, event) {
      hear();
      speaker = by;
      acted = true;
      dispatch(event);
    },
  };
}

/**
 * Runs a request, and dispatches its outcome while it is still current. Never throws: errors of the adapter
 * become refusals.
 */
async function run(
  request: Request,
  host: SubmissionHost,
  dispatch: (event: SubmissionEvent) => void,
  state: () => SubmissionState,
  again: boolean,
): Promise<void> {
  const { adapter, interactionId } = host;
  const { kind, feedbackId } = request;
  /** If a later change overtook a kept rating, its outcome no longer matters. */
  const tell = (event: SubmissionEvent) => {
    const underWay = state().inFlight === request;
    if (underWay) dispatch(event);
    return underWay;
  };
  let settled: () => void;
  try {
    if (kind === "remove") {
      if (request.keptId) await adapter.remove?.(request.keptId);
      await adapter.remove?.(feedbackId);
      settled = () => tell({ type: "accepted", feedbackId }) && host.onRemoved?.(feedbackId);
    } else {
      const body = { interaction_id: interactionId, feedback_id: feedbackId, ...request.content };
      const onKept = (kept: Kept) => void tell({ type: "kept", kept });
      const receipt = await adapter.submit(body, { again, onKept });
      settled = () =>
        tell({ type: "accepted", feedbackId: receipt.feedback_id }) && host.onSaved?.(receipt, body);
    }
  } catch (thrown) {
    const refusal = asRefusal(thrown);
    settled = () => tell({ type: "refused", refusal }) && host.onRefused?.(refusal);
  }
  settled();
}
