import { FeedbackRefused } from "../adapter/refusal.ts";
import { backoffMs } from "./backoff.ts";
import type { BatchAnswer, EventReceipt, QueuedEvent } from "./event.ts";
import { type QueueLimits, type QueueState, removed } from "./queue-state.ts";

/** The effect of a response to a batch. */
export interface Settled {
  state: QueueState;
  stored: { event: QueuedEvent; receipt: EventReceipt }[];
  /** Permanently rejected. */
  refused: { event: QueuedEvent; refusal: FeedbackRefused }[];
  /** Kept, to be sent again under the same ID. */
  kept: { event: QueuedEvent; refusal: FeedbackRefused }[];
}

interface Moment {
  now: number;
  random: () => number;
}

/** The queue after the response to `batch`. */
export function settleBatch(
  state: QueueState,
  batch: readonly QueuedEvent[],
  answer: BatchAnswer,
  limits: QueueLimits,
  moment: Moment,
): Settled {
  const underWay = new Set(state.underWay);
  for (const { key } of batch) underWay.delete(key);
  const idle = { ...state, underWay, requests: state.requests - 1 };
  // Withdrawn or dropped in the meantime: no one needs the outcome.
  const keys = new Set(state.waiting.map(({ key }) => key));
  const asked = batch.map((event, index) => ({ event, index })).filter(({ event }) => keys.has(event.key));
  if ("failure" in answer) return failed(idle, asked, answer, moment);
  const settled: Settled = { state: idle, stored: [], refused: [], kept: [] };
  for (const { event, index } of asked) {
    const result = answer.results[index];
    if (!result) continue;
    if (!(result instanceof FeedbackRefused)) settled.stored.push({ event, receipt: result });
    else if (result.retryable) settled.kept.push({ event, refusal: result });
    else settled.refused.push({ event, refusal: result });
  }
  const grown = { ...idle, batchEvents: Math.min(limits.batchEvents, idle.batchEvents * 2) };
  return withSettled(grown, settled, moment);
}

function failed(
  state: QueueState,
  asked: { event: QueuedEvent }[],
  { failure, unsent }: Extract<BatchAnswer, { failure: FeedbackRefused }>,
  moment: Moment,
): Settled {
  const events = asked.map(({ event }) => ({ event, refusal: failure }));
  const none = { stored: [], refused: [], kept: [] };
  if (failure.retryable) {
    const settled = withSettled(marked(state, events, unsent), { ...none, kept: events }, moment);
    return failure.status === 500 ? { ...settled, state: narrowed(settled.state, events) } : settled;
  }
  // One of several events may be the cause: smaller batches find out which.
  const theirs = events.length > 1 && ![401, 403].includes(failure.status);
  if (theirs) return { ...none, state: narrowed(state, events) };
  return withSettled(state, { ...none, refused: events }, moment);
}

/** The remaining events may have arrived, unless it is certain that they did not. */
function marked(state: QueueState, kept: readonly { event: QueuedEvent }[], unsent: boolean): QueueState {
  if (unsent) return state;
  const keys = new Set(kept.map(({ event }) => event.key));
  return {
    ...state,
    waiting: state.waiting.map((event) => (keys.has(event.key) ? { ...event, maybeSent: true } : event)),
  };
}

/**
 * Makes later batches smaller; an event that fails alone moves to the end, so that it does not block the
 * rest.
 */
function narrowed(state: QueueState, failing: readonly { event: QueuedEvent }[]): QueueState {
  const batchEvents = Math.max(1, Math.floor(failing.length / 2));
  const [alone] = failing;
  if (failing.length > 1 || !alone) return { ...state, batchEvents };
  const isLast = ({ key }: QueuedEvent) => key === alone.event.key;
  const others = state.waiting.filter((event) => !isLast(event));
  return { ...state, batchEvents, waiting: [...others, ...state.waiting.filter(isLast)] };
}

/** The longest wait that the server asked for, in seconds; undefined if it asked for none. */
function longestWait(kept: Settled["kept"]): number | undefined {
  const asked = kept.flatMap(({ refusal }) => refusal.retryAfterSeconds ?? []);
  return asked.length > 0 ? Math.max(...asked) : undefined;
}

function withSettled(state: QueueState, settled: Omit<Settled, "state">, { now, random }: Moment): Settled {
  const { stored, refused, kept } = settled;
  const gone = [...stored, ...refused].map(({ event }) => event);
  // Too many signals only delay signals.
  const held = kept.filter(({ event, refusal }) => event.type === "signal" && refusal.status === 429);
  const failing = kept.filter((one) => !held.includes(one));
  const failures = failing.length > 0 ? state.failures + 1 : 0;
  const retryAfter = longestWait(failing);
  const signalsNotBefore = held.length > 0 ? now + backoffMs(1, random, longestWait(held)) : 0;
  const notBefore = failures > 0 ? now + backoffMs(failures, random, retryAfter) : 0;
  // A wait requested in another response still applies.
  const waits = state.waitAsked && state.notBefore > Math.max(now, notBefore);
  return {
    ...settled,
    state: {
      ...removed(state, gone),
      failures,
      notBefore: waits ? state.notBefore : notBefore,
      waitAsked: waits || retryAfter !== undefined,
      signalsNotBefore: Math.max(state.signalsNotBefore, signalsNotBefore),
      counts: {
        ...state.counts,
        stored: state.counts.stored + stored.length,
        refused: state.counts.refused + refused.length,
      },
    },
  };
}
