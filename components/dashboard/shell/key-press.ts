/** Under which name the browser remembers that a reader wants no keys. */
const OFF = "whetstone-keys-off";

/** Whether keyboard shortcuts are on; readers who use dictation or tools that send letters can turn them off. */
export const keysAreOn = (): boolean => {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
};

/** Turns the keys on or off in this browser. */
export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // A browser that stores nothing keeps them on.
  }
}

/** The key that was pressed for the page itself: null while somebody types, chooses, or has a dialog or menu open. */
export function pageKey(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable], dialog, [role=listbox], [role=menu]"))
    return null;
  if (document.querySelector("dialog[open]")) return null;
  return event.key;
}
