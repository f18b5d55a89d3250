/** What a client does when its page comes and goes. */
export interface PageEvents {
  /** The device is back online, or the page back in sight. */
  onOnline(): void;
  /** The page is out of sight, perhaps for good. */
  onHidden(): void;
}

/** Watches the page, if there is one; gives back how to stop. */
export function watchPage({ onOnline, onHidden }: PageEvents): () => void {
  if (typeof window === "undefined") return () => {};
  const onVisibility = () => (document.visibilityState === "hidden" ? onHidden() : onOnline());
  window.addEventListener("online", onOnline);
  // Browsers that leave a page without hiding it first.
  window.addEventListener("pagehide", onHidden);
  document.addEventListener("visibilitychange", onVisibility);
  return () => {
    window.removeEventListener("online", onOnline);
    window.removeEventListener("pagehide", onHidden);
    document.removeEventListener("visibilitychange", onVisibility);
  };
}
