import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilReached } from "./until-reached.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const away = (message: string) => Object.assign(new Error(message), { code: "ECONNREFUSED" });
const never = new AbortController().signal;

test("a database that is away twice is asked a third time, and each reason is said", async () => {
  const attempt = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(away("connect ECONNREFUSED"))
    .mockRejectedValueOnce(new Error("Connection terminated due to connection timeout"))
    .mockResolvedValue("there");
  const said: string[] = [];
  const result = untilReached(attempt, (text) => said.push(text), never);
  await vi.advanceTimersByTimeAsync(500 + 1_000);
  expect(await result).toBe("there");
  expect(said).toEqual([
    "The database cannot be reached just now. (connect ECONNREFUSED) Trying again",
    "The database cannot be reached just now. (Connection terminated due to connection timeout) Trying again",
  ]);
});

test("a fault of another kind is not tried again", async () => {
  const attempt = vi.fn().mockRejectedValue(new Error("this database is of a newer release"));
  await expect(untilReached(attempt, () => {}, never)).rejects.toThrow("newer release");
  expect(attempt).toHaveBeenCalledOnce();
});

test("a stop ends the waiting", async () => {
  const stop = new AbortController();
  const result = untilReached(
    () => Promise.reject(away("refused")),
    () => {},
    stop.signal,
  );
  const outcome = expect(result).rejects.toMatchObject({ name: "AbortError" });
  await vi.advanceTimersByTimeAsync(100);
  stop.abort();
  await outcome;
});
