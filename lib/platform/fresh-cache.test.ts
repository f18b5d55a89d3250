import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FreshCache } from "./fresh-cache.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const cacheOf = (more: { most?: number; keeps?: (value: string) => boolean } = {}) => {
  const cache = new FreshCache<string>({ freshMs: 1_000, most: 10, ...more });
  let reads = 0;
  return { cache, read: (key: string) => cache.read(key, async () => `${key}${++reads}`) };
};

it("reads once while a value is fresh, and again after", async () => {
  const { read } = cacheOf();
  expect(await Promise.all([read("a"), read("a"), read("b")])).toEqual(["a1", "a1", "b2"]);
  vi.advanceTimersByTime(999);
  expect(await read("a")).toBe("a1");
  vi.advanceTimersByTime(1);
  expect(await read("a")).toBe("a3");
});

it("forgets what it is told to, also what is being read", async () => {
  const { cache, read } = cacheOf();
  await read("b");
  const early = read("a");
  cache.forget((key) => key === "a");
  expect(await read("a")).toBe("a3");
  expect(await early).toBe("a2");
  expect(await read("a")).toBe("a3");
  expect(await read("b")).toBe("b1");
  cache.forget();
  expect(await read("b")).toBe("b4");
});

it("keeps neither failures nor what is not to be kept", async () => {
  const { cache, read } = cacheOf({ keeps: (value) => value !== "a1" });
  expect([await read("a"), await read("a"), await read("a")]).toEqual(["a1", "a2", "a2"]);
  await expect(cache.read("x", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await read("x")).toBe("x3");
});

it("keeps no more than so many, the newest", async () => {
  const { read } = cacheOf({ most: 2 });
  await read("a");
  await read("b");
  await read("c");
  expect([await read("b"), await read("c"), await read("a")]).toEqual(["b2", "c3", "a4"]);
});
