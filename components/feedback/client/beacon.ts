import type { QueuedEvent } from "./event.ts";
import { BRACKETS, baseOf, batchJson, OUTLIVING_BYTES } from "./send-events.ts";

/** The longest prefix of `events` that fits into one beacon. An event that is too long for any is left out. */
export function beaconLoad(events: readonly QueuedEvent[]): QueuedEvent[] {
  const load: QueuedEvent[] = [];
  let bytes = BRACKETS;
  for (const event of events) {
    if (bytes + event.bytes + 1 > OUTLIVING_BYTES) continue;
    bytes += event.bytes + 1;
    load.push(event);
  }
  return load;
}

/**
 * Hands events to the browser, which sends them after the page is gone and tells nobody what was answered.
 * A beacon carries no headers: the key stands in the address, as a publishable key may.
 * @returns those that the browser took.
 */
export function sendBeacons(
  baseUrl: string,
  key: string,
  events: readonly QueuedEvent[],
  send: (url: string, body: string) => boolean,
): QueuedEvent[] {
  const url = `${baseOf(baseUrl)}/api/events?key=${encodeURIComponent(key)}`;
  const taken: QueuedEvent[] = [];
  let rest = [...events];
  for (;;) {
    const load = beaconLoad(rest);
    if (load.length === 0 || !send(url, batchJson(load))) return taken;
    taken.push(...load);
    const loaded = new Set(load);
    rest = rest.filter((event) => !loaded.has(event));
  }
}
