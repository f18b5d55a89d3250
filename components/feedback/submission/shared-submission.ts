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
 * Carries the wishes about one rating to the server, one request at a time, also after its widgets have left the page.
 * All widgets of a page that say the same kind of thing of the same answer share it: they draw the same, and the one
 * that wished last hears what became of it.
 */
export interface SharedSubmission {
  state(): SubmissionState;
  /** Joins a widget in; gives back how it leaves. */
  join(speaker: Subscriber, listener: () => void): () => void;
  /** Whether a widget tells what becomes of the rating: the one that wished last, if it is still there. */
  speaks(speaker: Subscriber): boolean;
  /** Begins with what is known, unless more has happened already. */
  recall(speaker: Subscriber, known: SubmissionState["stored"]): void;
  dispatch(speaker: Subscriber, event: SubmissionEvent): void;
}

/** A widget, as its present host. */
export type Subscriber = () => SubmissionHost;

const shared = new WeakMap<Memory, Map<string, SharedSubmission>>();

/** The submission of the host's answer by a rating of this type; begins with what the server is known to have. */
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
  /** What the memory held when we last looked; undefined before. */
  let seen: string | undefined;
  const listeners = new Map<Subscriber, () => void>();
  // As text: a memory may give what it holds anew each time.
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
    // What was kept here and has given way is not to arrive after what took its place.
    if (speaker && before.inFlight && event.type === "heard" && !state.inFlight)
      speaker()
        .adapter.remove?.(before.inFlight.feedbackId)
        .catch(() => {});
    for (const listener of listeners.values()) listener();
  }

  /** Another page may have said more. */
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
        // Its thanks are not for those who come after.
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

/** Asks for the request, and dispatches what becomes of it as long as it is under way. Never throws: what the adapter throws is the refusal. */
async function run(
  request: Request,
  host: SubmissionHost,
  dispatch: (event: SubmissionEvent) => void,
  state: () => SubmissionState,
  again: boolean,
): Promise<void> {
  const { adapter, interactionId } = host;
  const { kind, feedbackId } = request;
  /** A later wish may have taken the place of a kept rating: what became of that is no news any more. */
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
