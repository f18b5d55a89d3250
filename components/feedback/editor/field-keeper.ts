import { enclosingForm } from "./enclosing-form.ts";

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

/** What happens in and around a field. */
interface FieldEvents {
  /** The text was changed by its user. */
  onInput(): void;
  /** Somebody came to the field, or is at work there. */
  onActive(): void;
  /** The focus left the field. */
  onPaused(): void;
  onCopy(): void;
  /** The form around was submitted. */
  onSubmit(): void;
}

/** Listens to a field and the form around it; gives back how to stop. */
function watchField(field: HTMLElement, events: FieldEvents): () => void {
  const form = enclosingForm(field);
  const listening: [target: EventTarget | null, names: string[], listener: () => void][] = [
    [field, ["input"], events.onInput],
    // Before the first key changes anything.
    [field, ["focusin", "keydown", "pointerdown", "beforeinput"], events.onActive],
    [field, ["focusout"], events.onPaused],
    [field, ["copy"], events.onCopy],
    [form, ["submit"], events.onSubmit],
  ];
  const each = (act: (target: EventTarget, name: string, listener: () => void) => void) => {
    for (const [target, names, listener] of listening) {
      if (target) for (const name of names) act(target, name, listener);
    }
  };
  // Ahead of the page's own listeners, which may empty the field or take it away.
  each((target, name, listener) => target.addEventListener(name, listener, true));
  return () => each((target, name, listener) => target.removeEventListener(name, listener, true));
}
