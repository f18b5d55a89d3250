import { expect, it } from "vitest";
import { newLedger } from "./ledger.ts";
import { soakResult } from "./result.ts";
import type { SentEvent, StoredEvent } from "./sent-event.ts";

const event: SentEvent = { kind: "feedback", marker: "m", id: "f" };
const row: StoredEvent = { kind: "feedback", marker: "m", id: "f" };

const judge = (sent: SentEvent[], acknowledged: string[], stored: StoredEvent[]) => {
  const ledger = newLedger();
  for (const each of sent) ledger.sent({ path: "/", body: {}, events: [each] });
  for (const id of acknowledged) ledger.acknowledged({ path: "/", body: {}, events: [event] }, [id]);
  const { lost, doubled, unknown } = soakResult(ledger.entries, stored);
  return { lost: lost.length, doubled: doubled.length, unknown: unknown.length };
};

const keyed = { ...event, id: null };

it.each([
  ["acknowledged and there once is well", [event], ["f"], [row], {}],
  ["acknowledged and not there is lost", [event], ["f"], [], { lost: 1 }],
  ["sent, never acknowledged, and not there is well", [event], [], [], {}],
  ["sent, never acknowledged, and there is well", [event], [], [row], {}],
  ["there twice is doubled", [keyed], ["f"], [row, { ...row, id: "g" }], { doubled: 1 }],
  ["never acknowledged and there twice is doubled", [keyed], [], [row, { ...row, id: "g" }], { doubled: 1 }],
  ["acknowledged under two ids and there under one is lost", [keyed], ["f", "g"], [row], { lost: 1 }],
  ["there and never sent is unknown", [], [], [row], { unknown: 1 }],
  ["there without a marker is unknown", [event], [], [{ ...row, marker: null }], { unknown: 1 }],
  [
    "there under an id that its client did not give it is unknown",
    [event],
    [],
    [{ ...row, id: "g" }],
    { unknown: 1 },
  ],
  [
    "of another kind under the same marker is unknown",
    [event],
    [],
    [{ ...row, kind: "signal" as const }],
    { unknown: 1 },
  ],
])("%s", (_, sent, acknowledged, stored, found) => {
  expect(judge(sent, acknowledged, stored)).toEqual({ lost: 0, doubled: 0, unknown: 0, ...found });
});
