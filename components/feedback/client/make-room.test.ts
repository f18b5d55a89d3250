import { expect, it } from "vitest";
import type { QueuedEvent } from "./event.ts";
import { eventsToDrop } from "./make-room.ts";
import { ids, queued } from "./testing/queued.ts";

const events: QueuedEvent[] = [
  queued("f1"),
  queued("s1", { type: "signal" }),
  queued("i1", { type: "interaction" }),
  queued("s2", { type: "signal" }),
  queued("f2"),
  queued("a1", { type: "annotation" }),
];

it.each([
  ["nothing while all fits", 6, 600, [], ""],
  ["the oldest signal first", 5, 600, [], "s1"],
  ["signals before interactions, interactions before what people said", 3, 600, [], "s1 s2 i1"],
  ["ratings and annotations alike, the oldest first", 1, 600, [], "s1 s2 i1 f1 f2"],
  ["by bytes as well", 6, 450, [], "s1 s2"],
  ["nothing that is under way", 4, 600, ["signal s1"], "s2 i1"],
  ["less than asked when all is under way", 0, 0, events.map(({ key }) => key), ""],
])("drops %s", (_, count, bytes, underWay, dropped) => {
  expect(ids(eventsToDrop(events, 600, new Set(underWay), { events: count, bytes }))).toBe(dropped);
});
