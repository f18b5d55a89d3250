import { describe, expect, it } from "vitest";
import { FeedbackRefused } from "../adapter/refusal.ts";
import type { BatchAnswer, QueuedEvent } from "./event.ts";
import { emptyQueue, type QueueState, sending } from "./queue-state.ts";
import { settleBatch } from "./settle-batch.ts";
import { ids, limits, queued } from "./testing/queued.ts";

const moment = { now: 1_000, random: () => 1 };
const [a, b, c] = [queued("a"), queued("b"), queued("c")];
const refusal = (status: number, retryAfterSeconds?: number) =>
  new FeedbackRefused({
    code: "x",
    status,
    detail: "No.",
    retryable: status === 0 || status === 429 || status >= 500,
    retryAfterSeconds,
  });
const failure = (status: number, unsent = false, retryAfter?: number): BatchAnswer => ({
  failure: refusal(status, retryAfter),
  unsent,
});

/** The effect of a response to `batch`, which is the whole queue. */
function settle(batch: QueuedEvent[], answer: BatchAnswer, change: Partial<QueueState> = {}) {
  const state = sending({ ...emptyQueue(limits), waiting: batch, ...change }, batch);
  return settleBatch(state, batch, answer, limits, moment);
}

describe("a batch with a result for each event", () => {
  const settled = settle([a, b, c], { results: [{ status: 201 }, refusal(503, 7), refusal(422)] });

  it("stores, keeps and rejects each separately", () => {
    expect(settled.stored.map(({ event }) => event.id)).toEqual(["a"]);
    expect(settled.kept.map(({ event }) => event.id)).toEqual(["b"]);
    expect(settled.refused.map(({ event }) => event.id)).toEqual(["c"]);
    expect(ids(settled.state.waiting)).toBe("b");
    expect(settled.state.counts).toEqual({ stored: 1, refused: 1, dropped: 0 });
  });

  it("waits as long as an event was asked to", () => {
    expect(settled.state).toMatchObject({ notBefore: 9_000, waitAsked: true, failures: 1 });
  });

  it("frees its place", () => {
    expect(settled.state).toMatchObject({ requests: 0, underWay: new Set() });
  });
});

it.each<[string, BatchAnswer, object]>([
  ["no answer", failure(0), { waiting: 2, maybeSent: true, notBefore: 2_000, waitAsked: false, refused: 0 }],
  [
    "nothing left the device",
    failure(0, true),
    { waiting: 2, maybeSent: false, notBefore: 2_000, refused: 0 },
  ],
  [
    "429 with Retry-After",
    failure(429, false, 30),
    { waiting: 2, notBefore: 32_000, waitAsked: true, refused: 0 },
  ],
  ["503", failure(503), { waiting: 2, batchEvents: 8, refused: 0 }],
  [
    "500: one of them may be at fault",
    failure(500),
    { waiting: 2, batchEvents: 1, notBefore: 2_000, refused: 0 },
  ],
  ["413: smaller batches, at once", failure(413), { waiting: 2, batchEvents: 1, notBefore: 0, refused: 0 }],
  [
    "400: smaller batches find the culprit",
    failure(400),
    { waiting: 2, batchEvents: 1, notBefore: 0, refused: 0 },
  ],
  ["401 is everybody's", failure(401), { waiting: 0, batchEvents: 8, refused: 2 }],
  ["403 is everybody's", failure(403), { waiting: 0, batchEvents: 8, refused: 2 }],
])("two events, %s", (_, answer, expected) => {
  const { state, refused } = settle([a, b], answer);
  const { batchEvents, notBefore, waitAsked, waiting } = state;
  const seen = {
    waiting: waiting.length,
    batchEvents,
    notBefore,
    waitAsked,
    maybeSent: waiting[0]?.maybeSent,
  };
  expect({ ...seen, refused: refused.length }).toMatchObject(expected);
});

describe("signals beyond their limit", () => {
  const s = queued("s", { type: "signal" });
  const waiting = { notBefore: 0, waitAsked: false, failures: 0 };

  it("wait separately, while explicit feedback is sent", () => {
    const { state, kept } = settle([a, s], { results: [{ status: 201 }, refusal(429, 30)] });
    expect(kept.map(({ event }) => event.id)).toEqual(["s"]);
    expect(state).toMatchObject({ ...waiting, signalsNotBefore: 32_000 });
  });

  it("wait separately, even if nothing else was in the batch", () => {
    expect(settle([s], failure(429, false, 30)).state).toMatchObject({
      ...waiting,
      signalsNotBefore: 32_000,
    });
  });

  it("keep waiting, whatever the response to the next batch", () => {
    const { state } = settle([a], { results: [{ status: 201 }] }, { signalsNotBefore: 8_000 });
    expect(state).toMatchObject({ ...waiting, signalsNotBefore: 8_000 });
  });

  it("delay everything while the server is unavailable", () => {
    expect(settle([s], failure(503, false, 30)).state).toMatchObject({
      notBefore: 32_000,
      signalsNotBefore: 0,
    });
  });
});

it("rejects a single event that is too large", () => {
  expect(settle([a], failure(413)).refused).toHaveLength(1);
});

it("moves a single event that makes the server fail to the end", () => {
  const batch = [a];
  const state = sending({ ...emptyQueue(limits), waiting: [a, b] }, batch);
  expect(ids(settleBatch(state, batch, failure(500), limits, moment).state.waiting)).toBe("b a");
});

it("grows its batches again once they succeed", () => {
  expect(settle([a], { results: [{ status: 200 }] }, { batchEvents: 2 }).state.batchEvents).toBe(4);
});

it("resets failures once a batch succeeds", () => {
  const { state } = settle([a], { results: [{ status: 200 }] }, { failures: 4, notBefore: 500 });
  expect(state).toMatchObject({ failures: 0, notBefore: 0 });
});

it("keeps the wait requested in another response", () => {
  const asked = { notBefore: 8_000, waitAsked: true };
  expect(settle([a], { results: [{ status: 200 }] }, asked).state).toMatchObject(asked);
});

it("reports nothing about events that were withdrawn meanwhile", () => {
  const state = { ...sending({ ...emptyQueue(limits), waiting: [a, b] }, [a, b]), waiting: [b] };
  const settled = settleBatch(state, [a, b], { results: [{ status: 201 }, { status: 201 }] }, limits, moment);
  expect(settled.stored.map(({ event }) => event.id)).toEqual(["b"]);
});
