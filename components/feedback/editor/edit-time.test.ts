import { expect, it } from "vitest";
import { active, noTime, PAUSE_MOST_MS, paused, spent } from "./edit-time.ts";

type Step = ["active" | "paused", number];

it.each<[string, Step[], number, number]>([
  ["nobody came", [], 10_000, 0],
  ["somebody is there", [["active", 1_000]], 4_000, 3_000],
  [
    "they left",
    [
      ["active", 1_000],
      ["paused", 3_000],
    ],
    60_000,
    2_000,
  ],
  [
    "keys one after the other",
    [
      ["active", 0],
      ["active", 20_000],
      ["active", 40_000],
    ],
    41_000,
    41_000,
  ],
  [
    "a long pause counts for the most that a pause may",
    [
      ["active", 0],
      ["active", 500_000],
    ],
    501_000,
    PAUSE_MOST_MS + 1_000,
  ],
  [
    "they came back",
    [
      ["active", 0],
      ["paused", 1_000],
      ["active", 90_000],
      ["paused", 92_000],
    ],
    99_000,
    3_000,
  ],
  [
    "leaving twice is leaving once",
    [
      ["active", 0],
      ["paused", 1_000],
      ["paused", 5_000],
    ],
    6_000,
    1_000,
  ],
  ["a clock that goes back", [["active", 5_000]], 4_000, 0],
])("%s", (_, steps, now, expected) => {
  const time = steps.reduce(
    (so, [what, at]) => (what === "active" ? active(so, at) : paused(so, at)),
    noTime,
  );
  expect(spent(time, now)).toBe(expected);
});
