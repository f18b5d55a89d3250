import type { EventType, QueuedEvent } from "./event.ts";

/** What is given up first. A signal is one of many, a rating is what somebody took the time to say. */
const worth: Record<EventType, number> = { signal: 0, interaction: 1, annotation: 2, feedback: 2 };

/** How much a queue holds. */
export interface Room {
  events: number;
  bytes: number;
}

/**
 * The events to give up so that the rest fits: the least worth first, of those the oldest. What is under way is not
 * given up, because it may arrive.
 */
export function eventsToDrop(
  waiting: readonly QueuedEvent[],
  underWay: ReadonlySet<string>,
  room: Room,
): QueuedEvent[] {
  let bytes = waiting.reduce((sum, event) => sum + event.bytes, 0);
  let events = waiting.length;
  if (events <= room.events && bytes <= room.bytes) return [];
  const dropped: QueuedEvent[] = [];
  // Stable: of equal worth, the oldest stays first.
  const candidates = waiting
    .filter(({ key }) => !underWay.has(key))
    .sort((one, other) => worth[one.type] - worth[other.type]);
  for (const event of candidates) {
    if (events <= room.events && bytes <= room.bytes) break;
    dropped.push(event);
    events -= 1;
    bytes -= event.bytes;
  }
  return dropped;
}
