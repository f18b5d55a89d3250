const PREFIX = "whetstone ";

/** How a page shows others that it is open, while it has something to send. */
export interface TabLock {
  /** Shows that `owner` is open, or no longer. */
  show(owner: string, there: boolean): void;
  /** The open owners; null if the browser cannot tell. */
  owners(): Promise<ReadonlySet<string> | null>;
}

/**
 * Uses Web Locks, which end with their page however it ends. Held only while there is something to send,
 * since a page with a lock cannot enter the back/forward cache.
 */
export function tabLock(): TabLock {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  let release: (() => void) | undefined;
  return {
    show(owner, there) {
      if (there === (release !== undefined)) return;
      if (!there) {
        release?.();
        release = undefined;
        return;
      }
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      void locks?.request(PREFIX + owner, () => held).catch(() => {});
    },
    async owners() {
      const state = await locks?.query().catch(() => undefined);
      if (!state) return null;
      const names = [...(state.held ?? []), ...(state.pending ?? [])].map(({ name }) => name ?? "");
      return new Set(
        names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)),
      );
    },
  };
}
