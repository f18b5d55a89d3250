import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Lane, type LaneLimits, type Leave } from "./lane.ts";

const limits: LaneLimits = {
  atOnce: 2,
  atOncePerClient: 1,
  waiting: 3,
  waitingPerClient: 2,
  patienceMs: 1_000,
};
const busy = { code: "too_busy", status: 503, extras: { retryAfterSeconds: 5 } };

/** A lane, and which requests were let in, in order. */
function watched(more: Partial<LaneLimits> = {}) {
  const lane = new Lane({ ...limits, ...more });
  const entered: string[] = [];
  const places = new Map<string, Leave>();
  const enter = async (client: string, name = client) => {
    const leave = await lane.enter(client);
    entered.push(name);
    places.set(name, leave);
  };
  const leave = async (name: string) => {
    places.get(name)?.();
    await setImmediate();
    await setImmediate();
  };
  return { lane, entered, enter, leave };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

it("gives a place immediately if one is free, and releases it only once", async () => {
  const { lane, entered, enter, leave } = watched();
  const first = lane.enter("a") as Leave;
  expect(first).toBeTypeOf("function");
  const late = [enter("b"), enter("c"), enter("d")];
  first();
  first();
  await setImmediate();
  await setImmediate();
  expect(entered).toEqual(["b", "c"]);
  await leave("b");
  await Promise.all(late);
  expect(entered).toEqual(["b", "c", "d"]);
});

it("lets clients take turns, however many requests one of them has waiting", async () => {
  const { entered, enter, leave } = watched({ atOnce: 1, waiting: 10, waitingPerClient: 10 });
  const all = [enter("a", "a1"), enter("a", "a2"), enter("a", "a3"), enter("b", "b1"), enter("c", "c1")];
  for (const name of ["a1", "a2", "b1", "c1"]) {
    await setImmediate();
    await leave(name);
  }
  await Promise.all(all);
  expect(entered).toEqual(["a1", "a2", "b1", "c1", "a3"]);
});

it("gives one client no more than its share while there are places", async () => {
  const { lane, entered, enter } = watched();
  lane.enter("a");
  void enter("a", "a2");
  await enter("b");
  expect(entered).toEqual(["b"]);
});

it("rejects requests beyond the waiting limits, per client and in total", async () => {
  const { lane, enter } = watched({ atOnce: 1 });
  lane.enter("a");
  void enter("a", "a2");
  void enter("a", "a3");
  expect(() => lane.enter("a")).toThrow(expect.objectContaining(busy));
  void enter("b");
  expect(() => lane.enter("c")).toThrow(expect.objectContaining(busy));
});

it("rejects a request that waited too long, and lets the next one in", async () => {
  const { lane, entered, enter, leave } = watched({ atOnce: 1 });
  await enter("a");
  const late = lane.enter("b") as Promise<Leave>;
  const refused = expect(late).rejects.toMatchObject(busy);
  vi.advanceTimersByTime(1_000);
  await refused;
  const next = enter("c");
  await leave("a");
  await next;
  expect(entered).toEqual(["a", "c"]);
});
