/**
 * Listens for an event of the window or the document, if they have events: React Native has a window without,
 * workers and servers have none. Returns a function to stop.
 */
export function listen(
  target: EventTarget | undefined,
  type: string,
  listener: (event: Event) => void,
  capture = false,
): () => void {
  if (typeof target?.addEventListener !== "function") return () => {};
  target.addEventListener(type, listener, capture);
  return () => target.removeEventListener(type, listener, capture);
}

/** The window, or its substitute. */
export const view: EventTarget = globalThis as unknown as EventTarget;

/** The document, if there is one. */
export const page: Document | undefined = globalThis.document;
