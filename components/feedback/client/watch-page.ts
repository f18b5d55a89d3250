import { listen, page, view } from "./listen.ts";

/** What a client does when its page is shown or hidden. */
export interface PageEvents {
  /** The device is back online, or the page visible again. */
  onOnline(): void;
  /** The page is hidden, perhaps for good. */
  onHidden(): void;
}

/** Watches the page, if there is one; returns a function to stop. */
export function watchPage({ onOnline, onHidden }: PageEvents): () => void {
  const stops = [
    listen(view, "online", onOnline),
    // Browsers that leave a page without hiding it first.
    listen(view, "pagehide", onHidden),
    listen(page, "visibilitychange", () => (page?.visibilityState === "hidden" ? onHidden() : onOnline())),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
