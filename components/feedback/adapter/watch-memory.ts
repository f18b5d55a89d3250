import { listen, page, view } from "../client/listen.ts";
import type { Memory } from "./memory.ts";

const watched = new WeakSet<Memory>();

/**
 * Calls the memory's watchers when another page of this device has written to it: immediately, and also when
 * this page becomes visible again, since frozen pages get no storage events.
 */
export function watchMemory(memory: Memory): void {
  if (watched.has(memory)) return;
  watched.add(memory);
  const tell = () => {
    for (const watcher of [...(memory.watchers ?? [])]) watcher();
  };
  listen(view, "storage", (event) => {
    // No key means that the site cleared its storage, which removes no ratings.
    if ((event as StorageEvent).key === memory.scope) tell();
  });
  listen(page, "visibilitychange", () => {
    if (page?.visibilityState === "visible") tell();
  });
}
