/** Listens to the page being hidden, perhaps for good, and shown again; returns a function to stop. */
export function watchSight(onHidden: () => void, onShown: () => void): () => void {
  // React Native has a window without events.
  if (typeof window.addEventListener !== "function") return () => {};
  const onVisibility = () => (document.visibilityState === "hidden" ? onHidden() : onShown());
  // Before the queue's own listeners, which pass pending events to the browser.
  window.addEventListener("visibilitychange", onVisibility, true);
  window.addEventListener("pagehide", onHidden, true);
  return () => {
    window.removeEventListener("visibilitychange", onVisibility, true);
    window.removeEventListener("pagehide", onHidden, true);
  };
}
