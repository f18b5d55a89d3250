// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import type { Memory } from "./memory.ts";
import { watchMemory } from "./watch-memory.ts";

const watcher = vi.fn();
const memory: Memory = { scope: "whetstone s", watchers: new Set([watcher]), read: () => 1, write: () => {} };
watchMemory(memory);
watchMemory(memory);

beforeEach(() => {
  watcher.mockReset();
});

it.each([
  ["the memory", "whetstone s", "[]", 1],
  ["another memory", "whetstone t", "[]", 0],
  ["the memory, of which nothing is left", "whetstone s", null, 1],
  ["the whole storage", null, null, 0],
])("notifies once when another page writes to %s", (_, key, newValue, times) => {
  window.dispatchEvent(new StorageEvent("storage", { key, newValue }));
  expect(watcher).toHaveBeenCalledTimes(times);
});

it("notifies when the page becomes visible again, since it may have been frozen", () => {
  const state = vi.spyOn(document, "visibilityState", "get");
  state.mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  expect(watcher).not.toHaveBeenCalled();
  state.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  expect(watcher).toHaveBeenCalledOnce();
});
