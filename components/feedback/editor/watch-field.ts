import { enclosingForm } from "./enclosing-form.ts";

/** What happens in and around a field. */
export interface FieldEvents {
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
export function watchField(field: HTMLElement, events: FieldEvents): () => void {
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
