import { listen, page, view } from "../client/listen.ts";
import type { Memory } from "./memory.ts";

const watched = new WeakSet<Memory>();

/**
 * Calls the memory's watchers when another page of this device has written to it: at once while this page is there,
 * and when it comes back into sight, because a page that is frozen is told of nothing.
 */
export function watchMemory(memory: Memory): void {
  if (watched.has(memory)) return;
  watched.add(memory);
  const tell = () => {
    for (const watcher of [...(memory.watchers ?? [])]) watcher();
  };
  listen(view, "storage", (event) => {
    // Without a key a site has cleared its storage, which takes nothing back.
    if ((event as StorageEvent).key === memory.scope) tell();
  });
  listen(page, "visibilitychange", () => {
    if (page?.visibilityState === "visible") tell();
  });
}
