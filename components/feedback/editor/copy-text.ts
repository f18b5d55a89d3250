/** Puts `text` on the clipboard. Resolves to whether that worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // The page may not be allowed to; the old way may still work.
  }
  return copyByCommand(text);
}

/** The way of pages on plain http, which have no `navigator.clipboard`. */
function copyByCommand(text: string): boolean {
  function fillClipboard(event: ClipboardEvent) {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    // Ours, not a copy that the user made: nobody else is to react to it.
    event.stopImmediatePropagation();
  }
  document.addEventListener("copy", fillClipboard, { capture: true });
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fillClipboard, { capture: true });
  }
}
