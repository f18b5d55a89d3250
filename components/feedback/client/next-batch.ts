import type { QueuedEvent } from "./event.ts";
import type { QueueLimits, QueueState } from "./queue-state.ts";

/** What to do now: send these, look again at a time, or wait for something to happen. */
export type Next = { send: QueuedEvent[] } | { at: number } | "idle";

/** How often to try while the browser says that it is offline; it may be wrong, and tells when it is back. */
const OFFLINE_PAUSE_MS = 60_000;

/**
 * Decides what a queue does at `now`. Two events of one interaction are never under way in two requests, so that they
 * arrive in their order, and what users say goes before signals, which may have to wait by themselves.
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

/** What users say before what is only watched of them, each in its order. */
export const feedbackFirst = (events: readonly QueuedEvent[]): QueuedEvent[] => [
  ...events.filter(({ type }) => type !== "signal"),
  ...events.filter(({ type }) => type === "signal"),
];

/** Whether the server asked an event to wait while others go. */
export const mustWait = (state: QueueState, { type }: QueuedEvent, now: number): boolean =>
  type === "signal" && state.signalsNotBefore > now;

function readyEvents({ waiting, underWay }: QueueState): QueuedEvent[] {
  if (underWay.size === 0) return [...waiting];
  const busy = new Set(waiting.filter(({ key }) => underWay.has(key)).map((event) => event.interactionId));
  return waiting.filter((event) => !busy.has(event.interactionId));
}

/** As many from the front as fit, one at least. */
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
