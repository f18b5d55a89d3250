import type { Receipt } from "../adapter/adapter.ts";
import { newEventId } from "../adapter/event-id.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import type {
  EventReceipt,
  InteractionFields,
  LostEvent,
  PreferenceFields,
  QueueCounts,
  ScoreFields,
  ServerFeedback,
} from "./event.ts";
import { EventQueue } from "./event-queue.ts";
import { noStore } from "./event-store.ts";
import { newEvent } from "./new-event.ts";
import { type InteractionReceipt, interactionReceipt, quiet, ratingReceipt } from "./receipt.ts";
import { BRACKETS, eventSender } from "./send-events.ts";

/** How a server reaches Whetstone, and how much it keeps meanwhile. */
export interface ServerClientOptions {
  /** Where Whetstone runs, such as `https://feedback.example.com`. */
  baseUrl: string;
  /** `sk_…`: stays on the server. */
  secretKey: string;
  /** Most events that wait; 10,000 unless told. Ratings are kept longest, then the oldest go first. */
  maxQueue?: number | undefined;
  /** Most bytes that wait; 64 MB unless told. */
  maxQueueBytes?: number | undefined;
  /** How long events gather before they are sent, in milliseconds; 1,000 unless told. */
  flushIntervalMs?: number | undefined;
  /** Most events of one request; 500 unless told, 1,000 at most. */
  maxBatch?: number | undefined;
  /** Timeout for a response in milliseconds. Defaults to 20 seconds. */
  timeoutMs?: number | undefined;
  /** Called with events that were given up, because the queue was full or closed. */
  onDropped?: ((events: LostEvent[]) => void) | undefined;
  /** Called with each event that the server refused for good. */
  onRefused?: ((event: LostEvent, refusal: FeedbackRefused) => void) | undefined;
  /** Stands in for the process's own `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** How soon an interaction is sent. */
export interface LogOptions {
  /** At once instead of with others, for one whose token somebody waits for. */
  urgent?: boolean | undefined;
}

/** An interaction on its way. */
export interface LoggedInteraction {
  /** There at once. */
  interactionId: string;
  /** Settles with the server's word; rejects with a `FeedbackRefused`. It may be left alone. */
  stored: Promise<InteractionReceipt>;
}

/** A rating on its way. */
export interface SentFeedback {
  feedbackId: string;
  /** Settles with the server's word; rejects with a `FeedbackRefused`. It may be left alone. */
  stored: Promise<Receipt>;
}

/** A preference on its way. */
export interface SentPreference {
  preferenceId: string;
  /** Settles with the server's word; rejects with a `FeedbackRefused`. It may be left alone. */
  stored: Promise<EventReceipt>;
}

/** Logs from a server, in the background. Nothing of it throws or waits, but for `flush` and `close`. */
export interface ServerClient {
  logInteraction(interaction: InteractionFields, options?: LogOptions): LoggedInteraction;
  sendFeedback(feedback: ServerFeedback): SentFeedback;
  /** A score of the product's own, such as whether the task was solved. */
  sendScore(score: ScoreFields): SentFeedback;
  sendPreference(preference: PreferenceFields): SentPreference;
  /**
   * Sends what is queued now, and tells whether all of it was answered within the time (10 seconds unless told).
   * Awaiting it keeps the process alive; the queue by itself does not.
   */
  flush(timeoutMs?: number): Promise<boolean>;
  /** Flushes and takes no more. */
  close(timeoutMs?: number): Promise<boolean>;
  counts(): QueueCounts;
}

const PATIENCE_MS = 10_000;

/** The server takes bodies of 10 MB. */
const BODY_BYTES = 10_000_000;

/** A client for servers: events gather in memory and go out in batches. */
export function createServerClient(options: ServerClientOptions): ServerClient {
  const delay = options.flushIntervalMs ?? 1_000;
  const queue = new EventQueue(hostOf(options));
  const sendFeedback = (feedback: object): SentFeedback => {
    const event = newEvent("feedback", feedback, Date.now(), delay);
    return { feedbackId: event.id, stored: quiet(queue.add(event).then(ratingReceipt)) };
  };
  return {
    logInteraction(interaction, { urgent = false } = {}) {
      const interactionId = interaction.interaction_id ?? newEventId();
      const body = { ...interaction, interaction_id: interactionId };
      const stored = queue.add(newEvent("interaction", body, Date.now(), urgent ? 0 : delay));
      return { interactionId, stored: quiet(stored.then(interactionReceipt)) };
    },
    sendFeedback,
    sendScore: (score) => sendFeedback({ ...score, rating_type: "score" }),
    sendPreference(preference) {
      const event = newEvent("preference", preference, Date.now(), delay);
      return { preferenceId: event.id, stored: quiet(queue.add(event)) };
    },
    flush: (timeoutMs = PATIENCE_MS) => queue.flush(timeoutMs),
    close: (timeoutMs = PATIENCE_MS) => queue.close(timeoutMs),
    counts: () => queue.counts(),
  };
}

function hostOf(options: ServerClientOptions) {
  const { onDropped, onRefused } = options;
  return {
    send: eventSender({
      baseUrl: options.baseUrl,
      key: options.secretKey,
      timeoutMs: options.timeoutMs ?? 20_000,
      fetch: options.fetch,
      keepalive: false,
      offline: () => false,
    }),
    store: noStore,
    limits: {
      events: options.maxQueue ?? 10_000,
      bytes: options.maxQueueBytes ?? 64_000_000,
      batchEvents: Math.min(1_000, options.maxBatch ?? 500),
      batchBytes: BODY_BYTES / 2,
      requests: 2,
    },
    eventBytes: BODY_BYTES - BRACKETS,
    online: () => true,
    impatient: false,
    random: Math.random,
    onDropped,
    onRefused,
  };
}
