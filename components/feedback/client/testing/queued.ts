import type { EventType, QueuedEvent } from "../event.ts";
import { newEvent } from "../new-event.ts";
import type { QueueLimits } from "../queue-state.ts";

/** A test event: due immediately, with its own interaction by default. */
export function queued(id: string, change: Partial<QueuedEvent> & { type?: EventType } = {}): QueuedEvent {
  const type = change.type ?? "feedback";
  const body = { interaction_id: `of ${id}`, [`${type}_id`]: id, rating_type: "binary" };
  // Due whatever the time: a worker of the tests that is slow to start is seconds old by now.
  return { ...newEvent(type, body, 0, 0), dueAt: 0, bytes: 100, ...change };
}

/** Limits that no test reaches by accident. */
export const limits: QueueLimits = {
  events: 100,
  bytes: 100_000,
  batchEvents: 8,
  batchBytes: 10_000,
  requests: 2,
};

/** The IDs of events, in order. */
export const ids = (events: readonly QueuedEvent[]): string => events.map(({ id }) => id).join(" ");
