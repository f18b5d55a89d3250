import { listen, page, view } from "../client/listen.ts";

/** Listens to the page going out of sight, perhaps for good, and coming back; gives back how to stop. */
export function watchSight(onHidden: () => void, onShown: () => void): () => void {
  const onVisibility = () => (page?.visibilityState === "hidden" ? onHidden() : onShown());
  // Ahead of the queue's own listeners, which hand to the browser what waits by then.
  const stops = [
    listen(view, "visibilitychange", onVisibility, true),
    listen(view, "pagehide", onHidden, true),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
