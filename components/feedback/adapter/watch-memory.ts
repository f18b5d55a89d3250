import type { Memory } from "./memory.ts";

const watched = new WeakSet<Memory>();

/**
 * Calls the memory's watchers when another page of this device has written to it: at once while this page is there,
 * and when it comes back into sight, because a page that is frozen is told of nothing.
 */
export function watchMemory(memory: Memory): void {
  if (watched.has(memory) || typeof window === "undefined") return;
  watched.add(memory);
  const tell = () => {
    for (const watcher of [...(memory.watchers ?? [])]) watcher();
  };
  window.addEventListener("storage", ({ key }) => {
    // Without a key a site has cleared its storage, which takes nothing back.
    if (key === memory.scope) tell();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tell();
  });
}
