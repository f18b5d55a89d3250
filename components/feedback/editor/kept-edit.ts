import { newEventId } from "../adapter/event-id.ts";
import { getMemory } from "../submission/remembered-rating.ts";
import type { SubmissionHost } from "../submission/submission-host.ts";
import type { SubmissionState } from "../submission/submission-state.ts";

/** The longest text that is restored on the next visit. A longer one is still sent. */
const SHOWN_MAX = 100_000;

/**
 * An edit in progress. It is saved as the event that will be sent when the user leaves, so that the next
 * visit sends it if the page disappears: storage operations started at that moment can be lost.
 */
export class KeptEdit {
  readonly #host: () => SubmissionHost;
  /** IDs of events passed to the adapter; all but the last have been sent since. */
  readonly #ids = new Set<string>();
  #id: string | undefined;

  constructor(host: () => SubmissionHost) {
    this.#host = host;
  }

  /** Saves the text. */
  keep(text: string, metadata: Record<string, unknown>): void {
    const { adapter, interactionId } = this.#host();
    this.#id ??= newEventId();
    this.#ids.add(this.#id);
    this.#remember(text.length > SHOWN_MAX ? undefined : text);
    adapter.keep?.(this.#id, {
      interaction_id: interactionId,
      feedback_id: this.#id,
      rating_type: "correction",
      correction_text: text,
      metadata: { ...this.#host().metadata, ...metadata },
    });
  }

  /** The text of an earlier visit that ended unexpectedly. */
  recall(): string | undefined {
    const text = getMemory(this.#host().adapter).read(this.#key);
    return typeof text === "string" ? text : undefined;
  }

  /** The ID to send the text under, so that the event replaces the saved one. */
  take(): string | undefined {
    const id = this.#id;
    this.#id = undefined;
    this.#remember(undefined);
    return id;
  }

  /** Deletes what is neither being typed nor being sent. */
  settle({ inFlight, waiting }: SubmissionState): void {
    for (const id of this.#ids) {
      const isWaiting = waiting?.kind === "rate" && waiting.feedbackId === id;
      if (id === this.#id || id === inFlight?.feedbackId || isWaiting) continue;
      this.#ids.delete(id);
      this.#host().adapter.keep?.(id, null);
    }
  }

  get #key(): string {
    return `draft correction ${this.#host().interactionId}`;
  }

  #remember(text: string | undefined) {
    const memory = getMemory(this.#host().adapter);
    if (text !== undefined || memory.read(this.#key) !== undefined) memory.write(this.#key, text);
  }
}
