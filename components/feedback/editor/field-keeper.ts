import { enclosingForm } from "./enclosing-form.ts";

/** Events of a field and of its removal. */
export interface KeeperEvents extends FieldEvents {
  /** The field was removed from the page. */
  onGone(): void;
}

/** Observes a field that can come, go and be replaced, between start and stop. */
export class FieldKeeper {
  /** The current field. */
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
      // If a ref is a new function every time, React reports a removal before each render.
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

/** Events in and around a field. */
interface FieldEvents {
  /** The user changed the text. */
  onInput(): void;
  /** The user focused the field, or did something in it. */
  onActive(): void;
  /** The field lost the focus. */
  onPaused(): void;
  onCopy(): void;
  /** The surrounding form was submitted. */
  onSubmit(): void;
}

/** Listens to a field and its form; returns a function to stop. */
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
  // Before the page's own listeners, which may clear or remove the field.
  each((target, name, listener) => target.addEventListener(name, listener, true));
  return () => each((target, name, listener) => target.removeEventListener(name, listener, true));
}
