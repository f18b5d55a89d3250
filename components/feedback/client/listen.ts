/**
 * Listens for an event of the window or the document, where they have events: React Native has a window without, workers
 * and servers have none. Gives back how to stop.
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

/** The window, or what stands in its place. */
export const view: EventTarget = globalThis as unknown as EventTarget;

/** The document, where there is one. */
export const page: Document | undefined = globalThis.document;
