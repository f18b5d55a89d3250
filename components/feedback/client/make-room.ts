import type { EventType, QueuedEvent } from "./event.ts";

/** What is given up first. A signal is one of many, a rating is what somebody took the time to say. */
const worth: Record<EventType, number> = {
  signal: 0,
  interaction: 1,
  annotation: 2,
  feedback: 2,
  preference: 2,
};

/** How much a queue holds. */
export interface Room {
  events: number;
  bytes: number;
}

/**
 * The events to give up so that the rest, which has so many bytes, fits: the least worth first, of those the oldest.
 * What is under way is not given up, because it may arrive.
 */
export function eventsToDrop(
  waiting: readonly QueuedEvent[],
  bytes: number,
  underWay: ReadonlySet<string>,
  room: Room,
): QueuedEvent[] {
  const dropped = new Set<QueuedEvent>();
  let bytesLeft = bytes;
  while (waiting.length - dropped.size > room.events || bytesLeft > room.bytes) {
    const least = leastWorth(waiting, (event) => !dropped.has(event) && !underWay.has(event.key));
    if (!least) break;
    dropped.add(least);
    bytesLeft -= least.bytes;
  }
  return [...dropped];
}

/** One pass, because a full queue asks for each event that comes. */
function leastWorth(events: readonly QueuedEvent[], may: (event: QueuedEvent) => boolean) {
  let least: QueuedEvent | undefined;
  for (const event of events) {
    if ((least && worth[event.type] >= worth[least.type]) || !may(event)) continue;
    least = event;
    if (worth[event.type] === 0) break;
  }
  return least;
}
