import type { EventType, QueuedEvent } from "./event.ts";

/** What is dropped first. A signal is one of many, a rating is what someone took the time to give. */
const worth: Record<EventType, number> = {
  signal: 0,
  interaction: 1,
  exposure: 1,
  annotation: 2,
  feedback: 2,
  preference: 2,
};

/** How much a queue can contain. */
export interface Room {
  events: number;
  bytes: number;
}

/**
 * The events to drop so that the rest, with `bytes` in total, fits: the least valuable first, and among those
 * the oldest. Events being sent are not dropped, since they may arrive.
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

/** One pass, since a full queue needs this for every new event. */
function leastWorth(events: readonly QueuedEvent[], may: (event: QueuedEvent) => boolean) {
  let least: QueuedEvent | undefined;
  for (const event of events) {
    if ((least && worth[event.type] >= worth[least.type]) || !may(event)) continue;
    least = event;
    if (worth[event.type] === 0) break;
  }
  return least;
}
