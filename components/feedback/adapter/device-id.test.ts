// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
});

/** The ID as another page of the site finds it. */
const onNewPage = async () => {
  vi.resetModules();
  return (await import("./device-id.ts")).deviceId();
};

it("is the same on every page of the site, and different on another device", async () => {
  const id = await onNewPage();
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(await onNewPage()).toBe(id);
  localStorage.clear();
  expect(await onNewPage()).not.toBe(id);
});

it("lasts as long as the page, even if its storage is cleared", async () => {
  const { deviceId } = await import("./device-id.ts");
  const id = deviceId();
  localStorage.clear();
  expect(deviceId()).toBe(id);
  expect(await onNewPage()).toBe(id);
});

it("is taken from another tab that created one first", async () => {
  const { deviceId } = await import("./device-id.ts");
  localStorage.setItem("whetstone-device", "0123456789abcdef0123456789abcdef");
  expect(deviceId()).toBe("0123456789abcdef0123456789abcdef");
});

it.each(["", "x", "with spaces in it, and long enough", "a".repeat(200)])(
  "is replaced if the storage contains %j, which the server would reject",
  async (kept) => {
    localStorage.setItem("whetstone-device", kept);
    const id = await onNewPage();
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(localStorage.getItem("whetstone-device")).toBe(id);
  },
);

it.each([
  [
    "is refused",
    () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  ],
  [
    "is full",
    () => ({
      getItem: () => null,
      setItem: () => {
        throw new DOMException("", "QuotaExceededError");
      },
    }),
  ],
])("lasts as long as the page if the storage %s", async (_, storage) => {
  vi.spyOn(window, "localStorage", "get").mockImplementation(storage as unknown as () => Storage);
  const { deviceId } = await import("./device-id.ts");
  const id = deviceId();
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(deviceId()).toBe(id);
});

it("lasts as long as the page without a window", async () => {
  vi.stubGlobal("window", undefined);
  const { deviceId } = await import("./device-id.ts");
  expect(deviceId()).toBe(deviceId());
});
