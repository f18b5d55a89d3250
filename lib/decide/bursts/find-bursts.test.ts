import { describe, expect, it } from "vitest";
import { findBursts, type PastHour, type VoteGroup, type VoteLook } from "./find-bursts.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const HOUR_MS = 3_600_000;

/** Two weeks of hours with so many votes each, whose large groups are these. */
const quietPast = (large: readonly VoteGroup[] = [], hours = 336, votes = 10): PastHour[] =>
  Array.from({ length: hours }, (_, index) => ({
    hour: new Date(NOW.getTime() - (hours - index) * HOUR_MS),
    votes,
    largest: Math.max(2, ...large.map((group) => group.votes)),
    large,
  }));

const look = (kind: VoteLook["kind"], votes: number, more: Partial<VoteLook> = {}): VoteLook => ({
  ...{ kind, now: NOW, votes: votes + 8, groups: 9, large: [{ key: "x", votes }] },
  ...more,
});

const found = (asked: VoteLook, hours: readonly PastHour[], dismissed: readonly VoteGroup[] = []) =>
  findBursts(asked, { hours, dismissed }).map(({ key }) => key);

describe.each(["token", "address", "agent", "minute"] as const)("of one %s", (kind) => {
  it("60 votes at once are a burst where nothing like it was seen", () => {
    const [burst] = findBursts(look(kind, 60), { hours: quietPast(), dismissed: [] });
    expect(burst).toMatchObject({ key: "x", votes: 60, groups: 9 });
    expect(burst?.expected).toBeLessThan(10);
    expect(burst?.chance).toBeLessThan(1e-9);
  });

  it.each([
    ["19 are none", look(kind, 19), quietPast()],
    ["nor are 60 in a project's first week", look(kind, 60), quietPast([], 160)],
    ["nor are 60 where there were hardly any votes before", look(kind, 60), quietPast([], 336, 0)],
    [
      "nor are 60 of 5,000 in a day: no rate moves by as much as its interval",
      look(kind, 60),
      quietPast([], 336, 205),
    ],
    [
      "nor are 60 where somebody said that 50 were none",
      look(kind, 60),
      quietPast(),
      [{ key: "x", votes: 50 }],
    ],
  ] as const)("%s", (_, asked, hours, dismissed: readonly VoteGroup[] = []) => {
    expect(found(asked, hours, dismissed)).toEqual([]);
  });
});

it.each([
  ["an office that voted as much before", "address", quietPast([{ key: "x", votes: 40 }])],
  ["the one proxy that every vote comes through", "address", quietPast([{ key: "x", votes: 10 }])],
  [
    "an answer that many read, of a project with such answers",
    "token",
    quietPast([
      { key: "y", votes: 50 },
      { key: "z", votes: 45 },
    ]),
  ],
  ["the browser that everybody has", "agent", quietPast([{ key: "x", votes: 9 }])],
] as const)("%s is no burst", (_, kind, hours) => {
  expect(found(look(kind, 60), hours)).toEqual([]);
});

it("tells another address from an office that votes as much every day", () => {
  expect(found(look("address", 60), quietPast([{ key: "office", votes: 40 }]))).toEqual(["x"]);
});

it("takes nothing of the last day for usual", () => {
  const today = quietPast().map((hour, index) =>
    index < 320 ? hour : { ...hour, large: [{ key: "x", votes: 50 }] },
  );
  expect(found(look("address", 60), today)).toEqual(["x"]);
});

it("corrects for how many groups are looked at", () => {
  expect(found(look("address", 28), quietPast())).toEqual(["x"]);
  expect(found(look("address", 28, { groups: 1_000 }), quietPast())).toEqual([]);
});
