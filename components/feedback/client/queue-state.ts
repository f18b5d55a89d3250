import type { QueueCounts, QueuedEvent } from "./event.ts";
import { eventsToDrop, type Room } from "./make-room.ts";

/** How much a queue can contain, and how it sends. */
export interface QueueLimits extends Room {
  batchEvents: number;
  batchBytes: number;
  /** The maximum number of concurrent requests. */
  requests: number;
}

/** The state of a queue. */
export interface QueueState {
  /** Oldest first, including those being sent. */
  waiting: readonly QueuedEvent[];
  /** The total size of all queued events. */
  bytes: number;
  underWay: ReadonlySet<string>;
  requests: number;
  /** The number of consecutive failures. */
  failures: number;
  /** The earliest time of the next request, in milliseconds. */
  notBefore: number;
  /** Whether the server asked to wait, so that nothing shortens the wait. */
  waitAsked: boolean;
  /**
   * The earliest time of the next signals, in milliseconds: their limit is separate from that of explicit
   * feedback.
   */
  signalsNotBefore: number;
  /** The maximum number of events in the next batch; smaller after a batch was rejected as a whole. */
  batchEvents: number;
  counts: Omit<QueueCounts, "queued">;
}

/** An empty queue. */
export function emptyQueue(limits: QueueLimits): QueueState {
  return {
    waiting: [],
    bytes: 0,
    underWay: new Set(),
    requests: 0,
    failures: 0,
    notBefore: 0,
    waitAsked: false,
    signalsNotBefore: 0,
    batchEvents: limits.batchEvents,
    counts: { stored: 0, refused: 0, dropped: 0 },
  };
}

/** The result of adding events. */
export interface Added {
  state: QueueState;
  /** Dropped because the queue is full. */
  dropped: QueuedEvent[];
  /** Not sent any more, because a later event replaces them. */
  superseded: QueuedEvent[];
}

/** The queue with `event` at its end, replacing a queued one with the same subject. */
export function added(state: QueueState, event: QueuedEvent, limits: QueueLimits): Added {
  const superseded =
    event.subject === null
      ? []
      : state.waiting.filter(({ subject, key }) => subject === event.subject && !state.underWay.has(key));
  const rest = removed(state, superseded);
  const waiting = [...rest.waiting, event];
  return withRoom({ ...rest, waiting, bytes: rest.bytes + event.bytes }, superseded, limits);
}

/** The queue with events of an earlier page at its front, without those that were overtaken since. */
export function adopted(state: QueueState, events: readonly QueuedEvent[], limits: QueueLimits): Added {
  const keys = new Set(state.waiting.map(({ key }) => key));
  const subjects = new Set(state.waiting.map(({ subject }) => subject).filter((subject) => subject !== null));
  const unknown = events.filter(({ key }) => !keys.has(key));
  const superseded = unknown.filter(({ subject }) => subject !== null && subjects.has(subject));
  const orphans = without(unknown, superseded);
  const waiting = [...orphans, ...state.waiting];
  return withRoom({ ...state, waiting, bytes: state.bytes + bytesOf(orphans) }, superseded, limits);
}

/** The queue with everything due now, unless the server asked to wait. */
export function urged(state: QueueState, now: number): QueueState {
  return {
    ...state,
    notBefore: state.waitAsked ? state.notBefore : 0,
    waiting: state.waiting.map((event) => ({ ...event, dueAt: Math.min(event.dueAt, now) })),
  };
}

/** The queue without these events. */
export function removed(state: QueueState, events: readonly QueuedEvent[]): QueueState {
  if (events.length === 0) return state;
  return { ...state, waiting: without(state.waiting, events), bytes: state.bytes - bytesOf(events) };
}

/** The queue while `batch` is being sent. */
export function sending(state: QueueState, batch: readonly QueuedEvent[]): QueueState {
  const keys = batch.map(({ key }) => key);
  return { ...state, requests: state.requests + 1, underWay: new Set([...state.underWay, ...keys]) };
}

/** The queue after `events` were passed to the browser, which does not report whether they arrived. */
export function handedOver(state: QueueState, events: readonly QueuedEvent[], dueAt: number): QueueState {
  const keys = new Set(events.map(({ key }) => key));
  return {
    ...state,
    waiting: state.waiting.map((event) =>
      keys.has(event.key) ? { ...event, maybeSent: true, dueAt } : event,
    ),
  };
}

function without(events: readonly QueuedEvent[], others: readonly QueuedEvent[]): QueuedEvent[] {
  // A full queue drops one event for every new one, so this skips the search through the rest.
  const index = others.length === 1 && others[0] ? events.indexOf(others[0]) : -1;
  if (index >= 0) return [...events.slice(0, index), ...events.slice(index + 1)];
  const keys = new Set(others.map(({ key }) => key));
  return events.filter(({ key }) => !keys.has(key));
}

const bytesOf = (events: readonly QueuedEvent[]): number =>
  events.reduce((sum, event) => sum + event.bytes, 0);

function withRoom(state: QueueState, superseded: QueuedEvent[], limits: QueueLimits): Added {
  const dropped = eventsToDrop(state.waiting, state.bytes, state.underWay, limits);
  const counts = { ...state.counts, dropped: state.counts.dropped + dropped.length };
  return { state: { ...removed(state, dropped), counts }, dropped, superseded };
}
