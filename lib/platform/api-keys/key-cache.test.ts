import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetKeys, knownKey } from "./key-cache.ts";

beforeEach(() => {
  vi.useFakeTimers();
  forgetKeys();
});
afterEach(() => vi.useRealTimers());

describe("what is known of a key", () => {
  it("is read once for all who ask within three seconds, and again after that", async () => {
    const read = vi.fn(async () => "row");
    expect(await Promise.all([knownKey("k", read), knownKey("k", read)])).toEqual(["row", "row"]);
    vi.advanceTimersByTime(2_900);
    await knownKey("k", read);
    expect(read).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(200);
    await knownKey("k", read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("is read again after three seconds though the clock was set back a day", async () => {
    const read = vi.fn(async () => "row");
    await knownKey("k", read);
    vi.setSystemTime(Date.now() - 86_400_000);
    vi.advanceTimersByTime(3_100);
    await knownKey("k", read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("is forgotten at once when keys change in this process", async () => {
    const read = vi.fn(async () => "row");
    await knownKey("k", read);
    forgetKeys();
    await knownKey("k", read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it("is not kept when it could not be read", async () => {
    const read = vi.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValueOnce("row");
    await expect(knownKey("k", read)).rejects.toThrow("away");
    expect(await knownKey("k", read)).toBe("row");
  });

  it("does not grow without bound with keys that are none", async () => {
    const read = vi.fn(async () => null);
    await knownKey("first", read);
    for (let index = 0; index < 10_000; index++) await knownKey(`unknown ${index}`, read);
    read.mockClear();
    await knownKey("first", read);
    expect(read, "the oldest made room").toHaveBeenCalledTimes(1);
    await knownKey("unknown 9999", read);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
