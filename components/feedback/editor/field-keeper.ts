import { type FieldEvents, watchField } from "./watch-field.ts";

/** What a keeper tells of beside what happens in its field. */
export interface KeeperEvents extends FieldEvents {
  /** The field was taken off the page. */
  onGone(): void;
}

/** Watches a field that may come, go and be replaced, between start and stop. */
export class FieldKeeper {
  /** The field that is on the page now. */
  field: HTMLElement | null = null;
  readonly #events: KeeperEvents;
  #started = false;
  #watched: { field: HTMLElement; stop: () => void } | null = null;

  constructor(events: KeeperEvents) {
    this.#events = events;
  }

  attach(field: HTMLElement | null): void {
    const before = this.field;
    this.field = field;
    if (field) this.#watch(field);
    else if (before) {
      // React tells of a removal before each rendering of a ref that is a new function every time.
      queueMicrotask(() => {
        if (this.field || !this.#watched) return;
        this.#unwatch();
        this.#events.onGone();
      });
    }
  }

  start(): void {
    this.#started = true;
    if (this.field) this.#watch(this.field);
  }

  stop(): void {
    this.#started = false;
    this.#unwatch();
  }

  #watch(field: HTMLElement) {
    if (!this.#started || this.#watched?.field === field) return;
    this.#unwatch();
    this.#watched = { field, stop: watchField(field, this.#events) };
    if (field.matches(":focus-within")) this.#events.onActive();
  }

  #unwatch() {
    this.#watched?.stop();
    this.#watched = null;
  }
}
