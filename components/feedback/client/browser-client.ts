import type { Receipt, SubmitHooks } from "../adapter/adapter.ts";
import type { AnnotationFields, FeedbackBody, SignalFields } from "../adapter/bodies.ts";
import { deviceId } from "../adapter/device-id.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type { EventReceipt, EventType, LostEvent, QueueCounts, QueuedEvent } from "./event.ts";
import { EventQueue } from "./event-queue.ts";
import { noStore } from "./event-store.ts";
import { indexedStore } from "./indexed-store.ts";
import { eventKey, newEvent } from "./new-event.ts";
import { quiet, ratingReceipt } from "./receipt.ts";
import { BRACKETS, batchJson, eventSender, OUTLIVING_BYTES, trimSlashes } from "./send-events.ts";
import { watchPage } from "./watch-page.ts";

/** How a page reaches Whetstone, and who acts in it. */
export interface BrowserClientOptions {
  /** The URL of Whetstone, such as `https://feedback.example.com`; "" for the page's own origin. */
  baseUrl: string;
  /** `pk_…`. Visible to anyone; never use a secret key here. */
  publishableKey: string;
  /** Sent with every event that names no other. */
  userId?: string | undefined;
  sessionId?: string | undefined;
  /**
   * Stands for this device, where nobody named who was answered. Kept in localStorage unless told; tell one that you keep
   * where there is no localStorage, as in React Native.
   */
  deviceId?: string | undefined;
  /** Most events that wait; 1,000 unless told. Signals are given up first, the oldest of them. */
  maxQueue?: number | undefined;
  /** Most bytes that wait; 4 MB unless told. */
  maxQueueBytes?: number | undefined;
  /** How long signals gather before they are sent, in milliseconds; 5,000 unless told. */
  flushIntervalMs?: number | undefined;
  /** Timeout for a response in milliseconds. Defaults to 20 seconds. */
  timeoutMs?: number | undefined;
  /** Called with events that were given up, because the queue was full or closed. */
  onDropped?: ((events: LostEvent[]) => void) | undefined;
  /** Called with each event that the server refused for good. */
  onRefused?: ((event: LostEvent, refusal: FeedbackRefused) => void) | undefined;
  /** Stands in for the page's own `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** An event on its way. */
export interface Sent<Stored> {
  /** Made here, so that a retry is the same event. */
  id: string;
  /** Settles with the server's word; rejects with a `FeedbackRefused`. It may be left alone. */
  stored: Promise<Stored>;
}

/** Sends from a page. What cannot be sent yet is kept in IndexedDB, over reloads and while offline. */
export interface BrowserClient {
  /** Goes out at once. A rating that still waits gives way to the same user's next one of the same answer and type. */
  sendFeedback(feedback: FeedbackBody, hooks?: SubmitHooks): Sent<Receipt>;
  /**
   * Keeps feedback that is still being written: if this page is gone without a word, the next one sends it. It goes out
   * when it is sent under the same id; null forgets it.
   */
  keepFeedback(feedbackId: string, feedback: FeedbackBody | null): void;
  /** Goes out at once. */
  sendAnnotation(annotation: AnnotationFields, hooks?: SubmitHooks): Sent<EventReceipt>;
  /** Gathers with others, and goes out with them or when the page is hidden. */
  sendSignal(signal: SignalFields): Sent<EventReceipt>;
  /** Takes an event back that was not acknowledged yet; true when the server can have nothing of it. */
  withdraw(type: EventType, id: string): Promise<boolean>;
  /** Sends what is queued now, and tells whether all of it was answered within the time (10 seconds unless told). */
  flush(timeoutMs?: number): Promise<boolean>;
  /** Flushes and takes no more. */
  close(timeoutMs?: number): Promise<boolean>;
  counts(): QueueCounts;
  /** Calls `listener` after each change of the counts; gives back how to stop. */
  subscribe(listener: () => void): () => void;
}

const PATIENCE_MS = 10_000;

/** The server takes bodies of 1 MB from a publishable key. */
const BODY_BYTES = 1_000_000;

/** A client for pages. Where there is no page, as while rendering on a server, it only waits to be used. */
export function createBrowserClient(options: BrowserClientOptions): BrowserClient {
  const queue = new EventQueue(hostOf(options));
  const { baseUrl, publishableKey, userId, sessionId } = options;
  const beacons = (url: string, body: string) =>
    typeof navigator === "object" && "sendBeacon" in navigator && navigator.sendBeacon(url, body);
  const stopWatching = watchPage({
    onOnline: () => {
      queue.wake();
      void queue.adopt();
    },
    onHidden: () => queue.handOver((events) => sendBeacons(baseUrl, publishableKey, events, beacons)),
  });
  void queue.adopt();
  const delay = options.flushIntervalMs ?? 5_000;
  const event = (type: EventType, body: object, delayMs = 0) =>
    newEvent(
      type,
      { user_id: userId, session_id: sessionId, device_id: options.deviceId ?? deviceId(), ...body },
      Date.now(),
      delayMs,
    );
  const asked = (type: EventType, body: object, hooks?: SubmitHooks) => ({
    ...event(type, body),
    maybeSent: hooks?.again === true,
  });
  return {
    sendFeedback(feedback, hooks) {
      const made = asked("feedback", feedback, hooks);
      return { id: made.id, stored: quiet(queue.add(made, hooks).then(ratingReceipt)) };
    },
    keepFeedback(feedbackId, feedback) {
      if (feedback) queue.keep(event("feedback", { ...feedback, feedback_id: feedbackId }));
      else queue.forget(eventKey("feedback", feedbackId));
    },
    sendAnnotation(annotation, hooks) {
      const made = asked("annotation", annotation, hooks);
      return { id: made.id, stored: queue.add(made, hooks) };
    },
    sendSignal(signal) {
      const made = event("signal", { ...lateMoment(), ...signal }, delay);
      return { id: made.id, stored: queue.add(made) };
    },
    withdraw: (type, id) => queue.withdraw(eventKey(type, id)),
    flush: (timeoutMs = PATIENCE_MS) => queue.flush(timeoutMs),
    async close(timeoutMs = PATIENCE_MS) {
      const all = await queue.close(timeoutMs);
      stopWatching();
      return all;
    },
    counts: () => queue.counts(),
    subscribe: (listener) => queue.subscribe(listener),
  };
}

/** Pages and workers have, React Native and servers have not; a frame without rights may not even ask. */
function hasStorage(): boolean {
  try {
    return typeof indexedDB === "object";
  } catch {
    return false;
  }
}

const online = (): boolean => typeof navigator === "undefined" || navigator.onLine !== false;

/**
 * When a signal happened, while it is certain to arrive late. Otherwise the server's clock tells, because it is right
 * more often than those of the devices out there.
 */
const lateMoment = () => (online() ? {} : { occurred_at: new Date().toISOString() });

function hostOf(options: BrowserClientOptions) {
  const { baseUrl, publishableKey, onDropped, onRefused } = options;
  return {
    send: eventSender({
      baseUrl,
      key: publishableKey,
      timeoutMs: options.timeoutMs ?? 20_000,
      fetch: options.fetch,
      keepalive: true,
      offline: () => !online(),
    }),
    store: hasStorage() ? indexedStore(`${trimSlashes(baseUrl)} ${publishableKey}`) : noStore,
    limits: {
      events: options.maxQueue ?? 1_000,
      bytes: options.maxQueueBytes ?? 4_000_000,
      batchEvents: 500,
      batchBytes: BODY_BYTES / 2,
      requests: 4,
    },
    eventBytes: BODY_BYTES - BRACKETS,
    online,
    impatient: true,
    random: Math.random,
    onDropped,
    onRefused,
  };
}

/** The longest prefix of `events` that fits into one beacon. An event that is too long for any is left out. */
function beaconLoad(events: readonly QueuedEvent[]): QueuedEvent[] {
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
function sendBeacons(
  baseUrl: string,
  key: string,
  events: readonly QueuedEvent[],
  send: (url: string, body: string) => boolean,
): QueuedEvent[] {
  const url = `${trimSlashes(baseUrl)}/api/events?key=${encodeURIComponent(key)}`;
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
