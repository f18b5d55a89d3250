import { expect, it } from "vitest";
import type { SignalItem } from "#lib/observe/interactions/index.ts";
import { signalGroups } from "./signal-groups.ts";

const item = (signal: SignalItem["signal"], value: number | null): SignalItem => ({
  ...{ signalId: crypto.randomUUID(), signal, value, userHash: null, sessionId: null },
  occurredAt: new Date(0),
});

it("counts each kind, adds dwells up, and names the greatest of other values", () => {
  const signals = [
    item("copy", null),
    item("dwell", 2),
    item("rephrase", 0.4),
    item("dwell", 3),
    item("rephrase", 0.9),
  ];
  expect(signalGroups(signals)).toMatchObject([
    { signal: "copy", count: 1, value: null },
    { signal: "dwell", count: 2, value: 5 },
    { signal: "rephrase", count: 2, value: 0.9 },
  ]);
});

it("has nothing to say of no signals", () => {
  expect(signalGroups([])).toEqual([]);
});
