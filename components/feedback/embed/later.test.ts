import { afterEach, expect, it, vi } from "vitest";
import { later } from "./later.ts";

afterEach(() => vi.unstubAllGlobals());

it("loads once for all callers, and notifies each when it is loaded", async () => {
  const load = vi.fn(async () => "words");
  const words = later(load, () => undefined);
  const [one, other] = [vi.fn(), vi.fn()];
  expect([words.ask(one), words.ask(other)]).toEqual([undefined, undefined]);
  await vi.waitFor(() => expect(other).toHaveBeenCalledOnce());
  expect(one).toHaveBeenCalledOnce();
  expect(words.ask(() => {})).toBe("words");
  expect(load).toHaveBeenCalledOnce();
});

it("returns the substitute if it cannot be loaded", async () => {
  const onReady = vi.fn();
  const words = later<string>(
    () => Promise.reject(new Error("offline")),
    () => "English",
  );
  words.ask(onReady);
  await vi.waitFor(() => expect(onReady).toHaveBeenCalled());
  expect(words.ask(() => {})).toBe("English");
});

it("loads again after a failure without a substitute, when the device is back online", async () => {
  const page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("offline"));
  load.mockResolvedValue("widget");
  const failed = vi.fn(() => undefined);
  const onReady = vi.fn();
  const widget = later(load, failed);
  widget.ask(onReady);
  await vi.waitFor(() => expect(failed).toHaveBeenCalled());
  expect(onReady).not.toHaveBeenCalled();
  page.dispatchEvent(new Event("online"));
  expect(onReady).toHaveBeenCalledOnce();
  widget.ask(onReady);
  await vi.waitFor(() => expect(onReady).toHaveBeenCalledTimes(2));
  expect(widget.ask(onReady)).toBe("widget");
});
