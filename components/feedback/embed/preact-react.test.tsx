import { createElement } from "preact";
import { expect, it, vi } from "vitest";
import { jsx } from "./preact-jsx.ts";
import { draw, useSyncExternalStore } from "./preact-react.ts";

interface Store {
  listeners: Set<() => void>;
  read(): string;
  set(next: string): void;
  subscribe(listener: () => void): () => void;
}

function storeOf(value: string): Store {
  const listeners = new Set<() => void>();
  return {
    listeners,
    read: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A root to render into, on the page. */
function rootOnPage(): ShadowRoot {
  const host = document.createElement("div");
  document.body.append(host);
  return host.attachShadow({ mode: "open" });
}

function Shown({ store, onDraw }: { store: Store; onDraw?: (value: string) => void }) {
  const value = useSyncExternalStore(store.subscribe, store.read);
  onDraw?.(value);
  return createElement("p", null, value);
}

it("renders a store again whenever it changes, and unsubscribes with the component", async () => {
  const store = storeOf("one");
  const onDraw = vi.fn();
  const root = rootOnPage();
  draw(Shown, { store, onDraw }, root);
  store.set("two");
  await vi.waitFor(() => expect(root.textContent).toBe("two"));
  store.set("two");
  await Promise.resolve();
  expect(onDraw.mock.calls.flat()).toEqual(["one", "two"]);
  draw(null, {}, root);
  expect([root.textContent, store.listeners.size]).toEqual(["", 0]);
});

it("shows what changed between rendering and subscribing", async () => {
  const store = storeOf("one");
  const root = rootOnPage();
  draw(Shown, { store, onDraw: (value: string) => value === "one" && store.set("two") }, root);
  await vi.waitFor(() => expect(root.textContent).toBe("two"));
});

it("creates elements as React's compiler expects", () => {
  const root = rootOnPage();
  const typed = vi.fn();
  draw(() => jsx("textarea", { onChange: typed, className: "field" }, "key"), {}, root);
  const field = root.querySelector("textarea");
  field?.dispatchEvent(new Event("input", { bubbles: true }));
  expect([field?.className, typed.mock.calls.length]).toEqual(["field", 1]);
});
