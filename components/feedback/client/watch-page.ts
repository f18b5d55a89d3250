import { listen, page, view } from "./listen.ts";

/** What a client does when its page comes and goes. */
export interface PageEvents {
  /** The device is back online, or the page back in sight. */
  onOnline(): void;
  /** The page is out of sight, perhaps for good. */
  onHidden(): void;
}

/** Watches the page, as far as there is one; gives back how to stop. */
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
