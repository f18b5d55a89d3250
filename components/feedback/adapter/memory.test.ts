// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { deviceMemory, type Memory } from "./memory.ts";

let scope = 0;
beforeEach(() => {
  localStorage.clear();
  scope += 1;
});
afterEach(() => vi.restoreAllMocks());

const name = () => `whetstone ${scope}`;
const stored = () => localStorage.getItem(name());
const memory = () => deviceMemory(String(scope));

/** The memory as the next page sees it. */
async function afterReload(): Promise<Memory> {
  vi.resetModules();
  const { deviceMemory: fresh } = await import("./memory.ts");
  return fresh(String(scope));
}

it("is shared by the whole page for each scope", () => {
  memory().write("a", 1);
  expect(memory().read("a")).toBe(1);
  expect(deviceMemory("another").read("a")).toBeUndefined();
});

it("outlives the page", async () => {
  memory().write("a", { deep: ["x"] });
  expect((await afterReload()).read("a")).toEqual({ deep: ["x"] });
});

it("deletes values", async () => {
  memory().write("a", 1);
  memory().write("a", undefined);
  expect(memory().read("a")).toBeUndefined();
  expect((await afterReload()).read("a")).toBeUndefined();
});

it("sees what another tab wrote, and keeps it along with its own", () => {
  memory().write("a", 1);
  localStorage.setItem(name(), JSON.stringify([["b", 2]]));
  expect(memory().read("b")).toBe(2);
  memory().write("c", 3);
  expect(JSON.parse(stored() ?? "")).toEqual([
    ["b", 2],
    ["c", 3],
  ]);
});

it("is empty after the site clears its storage", () => {
  memory().write("a", 1);
  localStorage.clear();
  expect(memory().read("a")).toBeUndefined();
});

it.each([
  ["no JSON", "{["],
  ["another shape", '{"a":1}'],
  ["null", "null"],
  ["entries of another shape", '[1,null,["a"],[2,3]]'],
])("ignores %s", (_, text) => {
  localStorage.setItem(name(), text);
  expect(memory().read("2")).toBeUndefined();
  memory().write("b", 2);
  expect(memory().read("b")).toBe(2);
});

it("drops the least recently written values if there are too many", () => {
  for (let key = 0; key < 302; key++) memory().write(String(key), key);
  memory().write("2", "again");
  memory().write("new", "new");
  expect([0, 1, 2, 3, 4].map((key) => memory().read(String(key)))).toEqual([
    undefined,
    undefined,
    "again",
    undefined,
    4,
  ]);
});

it("stores the latest of what is too long, and keeps the rest as long as the page", async () => {
  const long = "x".repeat(100_000);
  for (const key of ["a", "b", "c"]) memory().write(key, long);
  expect(memory().read("a")).toBe(long);
  const next = await afterReload();
  expect([next.read("a"), next.read("c")]).toEqual([undefined, long]);
});

it("stores what fits on a full disk, latest first", async () => {
  const setItem = Storage.prototype.setItem;
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(function (this: Storage, key, text) {
    if (text.length > 20) throw new DOMException("Full.", "QuotaExceededError");
    setItem.call(this, key, text);
  });
  memory().write("a", "first");
  memory().write("b", "second");
  expect([memory().read("a"), memory().read("b")]).toEqual(["first", "second"]);
  expect((await afterReload()).read("b")).toBe("second");
});

it("leaves nothing outdated behind when nothing fits any more", async () => {
  memory().write("a", 1);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("Full.", "QuotaExceededError");
  });
  memory().write("a", 2);
  expect(memory().read("a")).toBe(2);
  expect(stored()).toBeNull();
});

it("lasts as long as the page if storage is not available", () => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
  memory().write("a", 1);
  expect(memory().read("a")).toBe(1);
});
