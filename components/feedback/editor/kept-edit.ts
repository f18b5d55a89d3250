import { newEventId } from "../adapter/event-id.ts";
import { getMemory } from "../submission/remembered-rating.ts";
import type { SubmissionHost } from "../submission/submission-host.ts";
import type { SubmissionState } from "../submission/submission-state.ts";

/** Most characters of a text that is shown again on the next visit. A longer one arrives all the same. */
const SHOWN_MAX = 100_000;

/**
 * An edit while it is being typed. It is kept as the event that will be sent when the page is left, so that it arrives
 * with the next visit if the page is gone without a word: what is only begun to be stored then is lost.
 */
export class KeptEdit {
  readonly #host: () => SubmissionHost;
  /** Ids of events that were handed to the adapter; all but the last have been sent since. */
  readonly #ids = new Set<string>();
  #id: string | undefined;

  constructor(host: () => SubmissionHost) {
    this.#host = host;
  }

  /** Keeps the text. */
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

  /** The text of a visit that ended without a word. */
  recall(): string | undefined {
    const text = getMemory(this.#host().adapter).read(this.#key);
    return typeof text === "string" ? text : undefined;
  }

  /** The id to send the text under: the same event then takes the place of what is kept. */
  take(): string | undefined {
    const id = this.#id;
    this.#id = undefined;
    this.#remember(undefined);
    return id;
  }

  /** Forgets what is neither being typed nor on its way. */
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
