import type { QueuedEvent } from "./event.ts";
import type { QueueLimits, QueueState } from "./queue-state.ts";

/** What to do now: send these events, check again at a given time, or wait for a change. */
export type Next = { send: QueuedEvent[] } | { at: number } | "idle";

/**
 * How often to try while the browser reports that it is offline, which can be wrong; it notifies when it is
 * back online.
 */
const OFFLINE_PAUSE_MS = 60_000;

/**
 * Decides what a queue does at `now`. Two events of one interaction are never in two requests at once, so
 * that they arrive in order. Explicit feedback goes before signals, which have limits of their own.
 */
export function nextBatch(state: QueueState, limits: QueueLimits, now: number, online: boolean): Next {
  if (state.waiting.length === 0 || state.requests >= limits.requests) return "idle";
  if (state.notBefore > now) return { at: online ? state.notBefore : now + OFFLINE_PAUSE_MS };
  const ready = feedbackFirst(readyEvents(state)).filter((event) => !mustWait(state, event, now));
  const signalsAt = state.waiting.some((event) => mustWait(state, event, now))
    ? state.signalsNotBefore
    : Number.POSITIVE_INFINITY;
  if (ready.length === 0) return signalsAt < Number.POSITIVE_INFINITY ? { at: signalsAt } : "idle";
  const batch = firstOf(ready, state.batchEvents, limits.batchBytes);
  const full = batch.length < ready.length || batch.length >= state.batchEvents;
  const dueAt = ready.reduce((earliest, event) => Math.min(earliest, event.dueAt), Number.POSITIVE_INFINITY);
  return full || dueAt <= now ? { send: batch } : { at: Math.min(dueAt, signalsAt) };
}

/** Explicit feedback before signals, each in order. */
export const feedbackFirst = (events: readonly QueuedEvent[]): QueuedEvent[] => [
  ...events.filter(({ type }) => type !== "signal"),
  ...events.filter(({ type }) => type === "signal"),
];

/** Whether the server asked this kind of event to wait while others can be sent. */
export const mustWait = (state: QueueState, { type }: QueuedEvent, now: number): boolean =>
  type === "signal" && state.signalsNotBefore > now;

function readyEvents({ waiting, underWay }: QueueState): QueuedEvent[] {
  if (underWay.size === 0) return [...waiting];
  const busy = new Set(waiting.filter(({ key }) => underWay.has(key)).map((event) => event.interactionId));
  return waiting.filter((event) => !busy.has(event.interactionId));
}

/** As many from the front as fit, at least one. */
function firstOf(events: readonly QueuedEvent[], most: number, mostBytes: number): QueuedEvent[] {
  let bytes = 0;
  let count = 0;
  for (const event of events) {
    // One more for the comma.
    bytes += event.bytes + 1;
    if (count >= most || (count > 0 && bytes > mostBytes)) break;
    count += 1;
  }
  return events.slice(0, count);
}
