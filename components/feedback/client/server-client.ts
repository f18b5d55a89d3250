import type { Receipt } from "../adapter/adapter.ts";
import { newEventId } from "../adapter/event-id.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";
import { type GetModel, type ModelFault, modelGetter } from "../prompts/models.ts";
import type { GetPrompt, PromptFault } from "../prompts/prompt.ts";
import { promptGetter } from "../prompts/prompts.ts";
import type {
  EventReceipt,
  ExposureFields,
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

/** How a server reaches Whetstone, and how much it queues. */
export interface ServerClientOptions {
  /** The URL of Whetstone, such as `https://feedback.example.com`. */
  baseUrl: string;
  /** `sk_…`. Keep it on the server. */
  secretKey: string;
  /** Maximum number of queued events. Defaults to 10,000. The oldest are dropped first, ratings last. */
  maxQueue?: number | undefined;
  /** Maximum size of the queue in bytes. Defaults to 64 MB. */
  maxQueueBytes?: number | undefined;
  /** How long events are collected before they are sent, in milliseconds. Defaults to 1,000. */
  flushIntervalMs?: number | undefined;
  /** Maximum number of events per request. Defaults to 500, at most 1,000. */
  maxBatch?: number | undefined;
  /** Timeout for a response in milliseconds. Defaults to 20 seconds. */
  timeoutMs?: number | undefined;
  /** Called with events that were dropped because the queue was full or closed. */
  onDropped?: ((events: LostEvent[]) => void) | undefined;
  /** Called with each event that the server rejected permanently. */
  onRefused?: ((event: LostEvent, refusal: FeedbackRefused) => void) | undefined;
  /** How long `getPrompt` and `getModel` wait for what was never fetched, in milliseconds. Defaults to 3,000. */
  promptTimeoutMs?: number | undefined;
  /** Called when a prompt could not be fetched, or has variables without a value. */
  onPromptFault?: ((fault: PromptFault) => void) | undefined;
  /** Called when the model of a feature could not be fetched. */
  onModelFault?: ((fault: ModelFault) => void) | undefined;
  /** Replaces the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** When an interaction is sent. */
export interface LogOptions {
  /** Immediately instead of with others, for example if its token is awaited. */
  urgent?: boolean | undefined;
}

/** An interaction being sent. */
export interface LoggedInteraction {
  /** Available immediately. */
  interactionId: string;
  /** Resolves with the server's response; rejects with a `FeedbackRefused`. Does not have to be awaited. */
  stored: Promise<InteractionReceipt>;
}

/** A rating being sent. */
export interface SentFeedback {
  feedbackId: string;
  /** Resolves with the server's response; rejects with a `FeedbackRefused`. Does not have to be awaited. */
  stored: Promise<Receipt>;
}

/** A preference being sent. */
export interface SentPreference {
  preferenceId: string;
  /** Resolves with the server's response; rejects with a `FeedbackRefused`. Does not have to be awaited. */
  stored: Promise<EventReceipt>;
}

/** An exposure being sent. */
export interface SentExposure {
  /** Resolves with the server's response; rejects with a `FeedbackRefused`. Does not have to be awaited. */
  stored: Promise<EventReceipt>;
}

/**
 * Logs from a server in the background, and gets prompts and models. Never throws or blocks, except for `flush`, `close`,
 * and `getPrompt` and `getModel` of what was never fetched.
 */
export interface ServerClient {
  logInteraction(interaction: InteractionFields, options?: LogOptions): LoggedInteraction;
  sendFeedback(feedback: ServerFeedback): SentFeedback;
  /** A score from your product, such as whether the task was solved. */
  sendScore(score: ScoreFields): SentFeedback;
  sendPreference(preference: PreferenceFields): SentPreference;
  /**
   * That a user got a variant. Only needed where no answer is logged with it: an answer with `experiment` and `variant`
   * is an exposure, too. However often it is sent, a user and variant count once.
   */
  sendExposure(exposure: ExposureFields): SentExposure;
  /**
   * A prompt by label, with its variables filled in. It is cached and refreshed in the background; if it was never
   * fetched, the fallback is used. Spread its `track` into `logInteraction`.
   */
  getPrompt: GetPrompt;
  /**
   * The model of a feature by label. It is cached and refreshed in the background; if it was never fetched, the fallback is
   * used. Spread its `track` into `logInteraction`.
   */
  getModel: GetModel;
  /**
   * Sends the queue now, and returns whether everything was answered within the timeout (10 seconds by
   * default). Awaiting it keeps the process alive; the queue alone does not.
   */
  flush(timeoutMs?: number): Promise<boolean>;
  /** Flushes and accepts no more events. */
  close(timeoutMs?: number): Promise<boolean>;
  counts(): QueueCounts;
}

const PATIENCE_MS = 10_000;

/** The server accepts bodies of 10 MB. */
const BODY_BYTES = 10_000_000;

/** A client for servers: events are collected in memory and sent in batches. */
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
    sendExposure: (exposure) => ({
      stored: quiet(queue.add(newEvent("exposure", exposure, Date.now(), delay))),
    }),
    getPrompt: promptGetter({ ...readHostOf(options), onFault: options.onPromptFault }),
    getModel: modelGetter({ ...readHostOf(options), onFault: options.onModelFault }),
    flush: (timeoutMs = PATIENCE_MS) => queue.flush(timeoutMs),
    close: (timeoutMs = PATIENCE_MS) => queue.close(timeoutMs),
    counts: () => queue.counts(),
  };
}

const readHostOf = ({ baseUrl, secretKey, fetch, promptTimeoutMs }: ServerClientOptions) => ({
  ...{ baseUrl, secretKey, fetch, random: Math.random },
  timeoutMs: promptTimeoutMs ?? 3_000,
});

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
