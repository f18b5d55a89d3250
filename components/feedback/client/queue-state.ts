import type { QueueCounts, QueuedEvent } from "./event.ts";
import { eventsToDrop, type Room } from "./make-room.ts";

/** What a queue may hold, and how it sends. */
export interface QueueLimits extends Room {
  batchEvents: number;
  batchBytes: number;
  /** How many requests may be under way at once. */
  requests: number;
}

/** A queue as it stands. */
export interface QueueState {
  /** Oldest first, those under way included. */
  waiting: readonly QueuedEvent[];
  underWay: ReadonlySet<string>;
  requests: number;
  /** How many requests failed in a row. */
  failures: number;
  /** When the next request may go, in milliseconds. */
  notBefore: number;
  /** The server asked for that wait, so nothing cuts it short. */
  waitAsked: boolean;
  /** Most events of the next batch; smaller after a batch that was refused as a whole. */
  batchEvents: number;
  counts: Omit<QueueCounts, "queued">;
}

/** A queue that nothing was put into. */
export function emptyQueue(limits: QueueLimits): QueueState {
  return {
    waiting: [],
    underWay: new Set(),
    requests: 0,
    failures: 0,
    notBefore: 0,
    waitAsked: false,
    batchEvents: limits.batchEvents,
    counts: { stored: 0, refused: 0, dropped: 0 },
  };
}

/** What putting events in leads to. */
export interface Added {
  state: QueueState;
  /** Given up for want of room. */
  dropped: QueuedEvent[];
  /** Not to be sent any more, because a later one says what counts. */
  superseded: QueuedEvent[];
}

/** The queue with `event` at its end, in place of a waiting one that it replaces. */
export function added(state: QueueState, event: QueuedEvent, limits: QueueLimits): Added {
  const superseded = state.waiting.filter(
    ({ subject, key }) => subject !== null && subject === event.subject && !state.underWay.has(key),
  );
  const rest = without(state.waiting, superseded);
  return withRoom(state, [...rest, event], superseded, limits);
}

/** The queue with events of an earlier page in front, but for those that were overtaken since. */
export function adopted(state: QueueState, events: readonly QueuedEvent[], limits: QueueLimits): Added {
  const keys = new Set(state.waiting.map(({ key }) => key));
  const subjects = new Set(state.waiting.map(({ subject }) => subject).filter((subject) => subject !== null));
  const unknown = events.filter(({ key }) => !keys.has(key));
  const superseded = unknown.filter(({ subject }) => subject !== null && subjects.has(subject));
  return withRoom(state, [...without(unknown, superseded), ...state.waiting], superseded, limits);
}

/** The queue in which everything is due now, unless the server asked to wait. */
export function urged(state: QueueState, now: number): QueueState {
  return {
    ...state,
    notBefore: state.waitAsked ? state.notBefore : 0,
    waiting: state.waiting.map((event) => ({ ...event, dueAt: Math.min(event.dueAt, now) })),
  };
}

/** The queue without these events, which will not be sent by it. */
export function removed(state: QueueState, events: readonly QueuedEvent[]): QueueState {
  return { ...state, waiting: without(state.waiting, events) };
}

/** The queue while `batch` is under way. */
export function sending(state: QueueState, batch: readonly QueuedEvent[]): QueueState {
  const keys = batch.map(({ key }) => key);
  return { ...state, requests: state.requests + 1, underWay: new Set([...state.underWay, ...keys]) };
}

/** The queue after `events` were handed to the browser, which does not tell whether they arrived. */
export function handedOver(state: QueueState, events: readonly QueuedEvent[], dueAt: number): QueueState {
  const keys = new Set(events.map(({ key }) => key));
  return {
    ...state,
    waiting: state.waiting.map((event) =>
      keys.has(event.key) ? { ...event, maybeSent: true, dueAt } : event,
    ),
  };
}

/** `events` without `others`. */
export function without(events: readonly QueuedEvent[], others: readonly QueuedEvent[]): QueuedEvent[] {
  const keys = new Set(others.map(({ key }) => key));
  return events.filter(({ key }) => !keys.has(key));
}

function withRoom(
  state: QueueState,
  waiting: QueuedEvent[],
  superseded: QueuedEvent[],
  limits: QueueLimits,
): Added {
  const dropped = eventsToDrop(waiting, state.underWay, limits);
  return {
    state: {
      ...state,
      waiting: dropped.length > 0 ? without(waiting, dropped) : waiting,
      counts: { ...state.counts, dropped: state.counts.dropped + dropped.length },
    },
    dropped,
    superseded,
  };
}
