/** Listens to the page going out of sight, perhaps for good, and coming back; gives back how to stop. */
export function watchSight(onHidden: () => void, onShown: () => void): () => void {
  // React Native has a window without events.
  if (typeof window.addEventListener !== "function") return () => {};
  const onVisibility = () => (document.visibilityState === "hidden" ? onHidden() : onShown());
  // Ahead of the queue's own listeners, which hand to the browser what waits by then.
  window.addEventListener("visibilitychange", onVisibility, true);
  window.addEventListener("pagehide", onHidden, true);
  return () => {
    window.removeEventListener("visibilitychange", onVisibility, true);
    window.removeEventListener("pagehide", onHidden, true);
  };
}
