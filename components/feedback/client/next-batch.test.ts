import { expect, it } from "vitest";
import type { QueuedEvent } from "./event.ts";
import { nextBatch } from "./next-batch.ts";
import { emptyQueue, type QueueState } from "./queue-state.ts";
import { ids, limits, queued } from "./testing/queued.ts";

const NOW = 1_000;
const state = (waiting: QueuedEvent[], change: Partial<QueueState> = {}): QueueState => ({
  ...emptyQueue(limits),
  waiting,
  ...change,
});
const later = { dueAt: NOW + 500 };
const many = (count: number, change = {}) =>
  Array.from({ length: count }, (_, index) => queued(`e${index}`, change));

it.each<[string, QueueState, boolean, string]>([
  ["nothing to send", state([]), true, "idle"],
  ["what is due", state([queued("a")]), true, "send a"],
  ["what is not due along with what is", state([queued("a", later), queued("b")]), true, "send a b"],
  ["nothing before it is due", state([queued("a", later)]), true, "at 1500"],
  ["a full batch before it is due", state(many(9, later)), true, "send e0 e1 e2 e3 e4 e5 e6 e7"],
  ["as much as fits into a body", state(many(3, { bytes: 4_000 })), true, "send e0 e1"],
  ["one that is larger than a batch by itself", state(many(2, { bytes: 20_000 })), true, "send e0"],
  ["nothing while it has to wait", state([queued("a")], { notBefore: 1_200 }), true, "at 1200"],
  ["again when it has waited", state([queued("a")], { notBefore: NOW, failures: 3 }), true, "send a"],
  ["what is new, though the browser says offline", state([queued("a")]), false, "send a"],
  ["seldom while offline", state([queued("a")], { notBefore: NOW + 1 }), false, "at 61000"],
  ["no more than so many requests", state([queued("a")], { requests: 2 }), true, "idle"],
  [
    "what users say before signals",
    state([queued("a", { type: "signal" }), queued("b"), queued("c", { type: "annotation" })]),
    true,
    "send b c a",
  ],
  [
    "what users say while signals have to wait",
    state([queued("a", { type: "signal" }), queued("b")], { signalsNotBefore: 1_200 }),
    true,
    "send b",
  ],
  [
    "signals when they have waited",
    state([queued("a", { type: "signal" })], { signalsNotBefore: 1_200 }),
    true,
    "at 1200",
  ],
  [
    "signals that have waited before what is not due",
    state([queued("a", { type: "signal" }), queued("b", later)], { signalsNotBefore: 1_200 }),
    true,
    "at 1200",
  ],
  ["again signals", state([queued("a", { type: "signal" })], { signalsNotBefore: NOW }), true, "send a"],
  [
    "beside a request of another interaction",
    state([queued("a"), queued("b")], { requests: 1, underWay: new Set(["feedback a"]) }),
    true,
    "send b",
  ],
  [
    "nothing of an interaction that is in a request",
    state([queued("a", { interactionId: "i" }), queued("b", { interactionId: "i" })], {
      requests: 1,
      underWay: new Set(["feedback a"]),
    }),
    true,
    "idle",
  ],
])("nextBatch: %s", (_, given, online, expected) => {
  const next = nextBatch(given, limits, NOW, online);
  const shown = next === "idle" ? next : "send" in next ? `send ${ids(next.send)}` : `at ${next.at}`;
  expect(shown).toBe(expected);
});
