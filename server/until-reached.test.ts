import { beforeEach, expect, test, vi } from "vitest";
import { untilReached } from "./until-reached.ts";

const pauses = vi.hoisted(() => [] as number[]);
vi.mock("node:timers/promises", () => ({
  setTimeout: async (ms: number, _: undefined, { signal }: { signal: AbortSignal }) => {
    pauses.push(ms);
    signal.throwIfAborted();
  },
}));
beforeEach(() => void pauses.splice(0));

const away = (message: string) => Object.assign(new Error(message), { code: "ECONNREFUSED" });
const never = new AbortController().signal;

test("retries an unavailable database less and less often, and prints each reason", async () => {
  const attempt = vi.fn<() => Promise<string>>().mockRejectedValueOnce(away("connect ECONNREFUSED"));
  for (let time = 0; time < 5; time++) attempt.mockRejectedValueOnce(new Error("Connection terminated"));
  attempt.mockResolvedValueOnce("there");
  const said: string[] = [];
  expect(await untilReached(attempt, (text) => said.push(text), never)).toBe("there");
  expect(said.slice(0, 2)).toEqual([
    "The database is temporarily unreachable. (connect ECONNREFUSED) Retrying…",
    "The database is temporarily unreachable. (Connection terminated) Retrying…",
  ]);
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
});

test("does not retry other errors", async () => {
  const attempt = vi.fn().mockRejectedValue(new Error("this database is of a newer release"));
  await expect(untilReached(attempt, () => {}, never)).rejects.toThrow("newer release");
  expect(attempt).toHaveBeenCalledOnce();
});

test("stops waiting on a stop", async () => {
  const stop = new AbortController();
  const attempt = () => {
    stop.abort();
    return Promise.reject(away("refused"));
  };
  await expect(untilReached(attempt, () => {}, stop.signal)).rejects.toMatchObject({ name: "AbortError" });
});
