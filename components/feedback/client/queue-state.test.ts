import { expect, it } from "vitest";
import { newEvent } from "./new-event.ts";
import { added, adopted, emptyQueue, handedOver, type QueueState, sending, urged } from "./queue-state.ts";
import { ids, limits, queued } from "./testing/queued.ts";

const rating = (id: string, change: object = {}) =>
  newEvent(
    "feedback",
    { feedback_id: id, interaction_id: "i", rating_type: "binary", user_id: "u", device_id: "d", ...change },
    0,
    0,
  );
const put = (state: QueueState, ...events: ReturnType<typeof rating>[]) =>
  events.reduce((now, event) => added(now, event, limits).state, state);
const empty = emptyQueue(limits);

it.each([
  ["the same user's next rating of the answer", {}, "new"],
  ["another type of rating", { rating_type: "stars" }, "old new"],
  ["another answer", { interaction_id: "j" }, "old new"],
  ["another user", { user_id: "v" }, "old new"],
  ["another device without a user", { user_id: undefined, device_id: "d" }, "old new"],
])("next to a queued rating, %s leaves %j", (_, change, left) => {
  expect(ids(put(empty, rating("old"), rating("new", change)).waiting)).toBe(left);
});

it("reports the superseded rating, and does not count it as dropped", () => {
  const { superseded, state } = added(put(empty, rating("old")), rating("new"), limits);
  expect(ids(superseded)).toBe("old");
  expect(state.counts.dropped).toBe(0);
});

it("lets a rating that is being sent arrive, followed by the next one", () => {
  const state = sending(put(empty, rating("old")), [rating("old")]);
  expect(ids(put(state, rating("new")).waiting)).toBe("old new");
});

it("drops the least valuable event if full, possibly the new one, and counts it", () => {
  const small = { ...limits, events: 2 };
  const full = put(empty, queued("f1"), queued("f2"));
  const { state, dropped } = added(full, queued("s", { type: "signal" }), small);
  expect(ids(dropped)).toBe("s");
  expect(ids(state.waiting)).toBe("f1 f2");
  expect(state.counts.dropped).toBe(1);
});

it("takes over an earlier page's events at the front, without known or overtaken ones", () => {
  const state = put(empty, rating("now"), queued("known"));
  const { state: next, superseded } = adopted(
    state,
    [rating("then"), queued("left"), queued("known")],
    limits,
  );
  expect(ids(next.waiting)).toBe("left now known");
  expect(ids(superseded)).toBe("then");
});

it("knows its size whatever is added and removed", () => {
  const small = { ...limits, events: 3 };
  const events = [rating("a"), queued("b"), rating("c"), queued("d"), queued("e")];
  let state = events.reduce((now, event) => added(now, event, small).state, empty);
  state = adopted(state, [queued("left"), queued("d")], small).state;
  expect(state.bytes).toBe(state.waiting.reduce((sum, { bytes }) => sum + bytes, 0));
});

it("makes everything due immediately, unless the server asked to wait", () => {
  const waits = { ...put(empty, queued("a", { dueAt: 9_000 })), notBefore: 5_000 };
  expect(urged(waits, 100)).toMatchObject({ notBefore: 0, waiting: [{ dueAt: 100 }] });
  expect(urged({ ...waits, waitAsked: true }, 100).notBefore).toBe(5_000);
});

it("keeps what was passed to the browser, which may have arrived", () => {
  const state = handedOver(put(empty, queued("a"), queued("b")), [queued("a")], 700);
  expect(state.waiting).toMatchObject([
    { id: "a", maybeSent: true, dueAt: 700 },
    { id: "b", maybeSent: false },
  ]);
});
