import { describe, expect, it } from "vitest";
import { type Attempt, nextState, type Outcome, retryAfterMs, retryDelays } from "./next-state.ts";

const at = new Date("2026-12-01T12:00:00Z");
const first: Attempt = { attempts: 1, failingSince: at, retries: true, isEndpoint: true };
const refused: Outcome = { result: "refused", status: 500, error: "Answered 500." };
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);

it("tries at the times of Standard Webhooks, from the first to 75 h 35 min 5 s after it", () => {
  const times = retryDelays.map(
    (_, index) => retryDelays.slice(0, index + 1).reduce((a, b) => a + b) / 1_000,
  );
  expect(times).toEqual([0, 5, 305, 2_105, 9_305, 27_305, 63_305, 113_705, 185_705, 272_105]);
});

describe("after an attempt", () => {
  it.each<[string, Outcome, Partial<Attempt>, string, number | null, RegExp | null]>([
    ["delivered", { result: "delivered", status: 204 }, {}, "delivered", null, null],
    ["refused once", refused, {}, "pending", 5, null],
    ["refused twice", refused, { attempts: 2 }, "pending", 300, null],
    ["refused nine times", refused, { attempts: 9 }, "pending", 86_400, null],
    ["asked to wait longer", { ...refused, retryAfterMs: 90_000 }, {}, "pending", 90, null],
    ["asked to wait less", { ...refused, retryAfterMs: 1_000 }, { attempts: 2 }, "pending", 300, null],
    ["asked to wait for a year", { ...refused, retryAfterMs: 3e10 }, {}, "pending", 86_400, null],
    ["refused ten times", refused, { attempts: 10 }, "failed", null, null],
    [
      ...([
        "ten times, and nothing else went",
        refused,
        { attempts: 10, failingSince: hoursAgo(75) },
      ] as const),
      ...(["failed", null, /since 2026-11-28 09:00 UTC failed/] as const),
    ],
    [
      ...(["ten times, and another went", refused, { attempts: 10, failingSince: hoursAgo(71) }] as const),
      ...(["failed", null, null] as const),
    ],
    [
      ...(["ten times for one recipient of many", refused] as const),
      ...([{ attempts: 10, failingSince: hoursAgo(75), isEndpoint: false }, "failed", null, null] as const),
    ],
    ["a test that was refused", refused, { retries: false }, "failed", null, null],
    ["gone", { result: "gone", status: 410, error: "x" }, {}, "failed", null, /410/],
    ["no such mailbox", { result: "rejected", status: 550, error: "x" }, {}, "failed", null, null],
    ["unsubscribed", { result: "unwanted", status: null, error: "x" }, {}, "dropped", null, null],
  ])("%s", (_, outcome, more, state, seconds, disabled) => {
    const next = nextState(outcome, { ...first, ...more }, at);
    expect(next.state).toBe(state);
    expect(next.nextAttemptAt).toEqual(seconds === null ? null : new Date(at.getTime() + seconds * 1_000));
    expect(next.disabled).toEqual(disabled === null ? null : expect.stringMatching(disabled));
  });
});

it.each([
  ["120", 120_000],
  ["0", 0],
  ["Tue, 01 Dec 2026 12:00:30 GMT", 30_000],
  ["Tue, 01 Dec 2026 11:00:00 GMT", 0],
  ["soon", undefined],
  ["", undefined],
  [undefined, undefined],
])("reads Retry-After %s", (header, ms) => expect(retryAfterMs(header, at)).toBe(ms));
