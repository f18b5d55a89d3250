import { describe, expect, it } from "vitest";
import { advanceDwell, type DwellEvent, dwellSeconds, isInSight, newDwellClock } from "./dwell-clock.ts";

const seen: DwellEvent = { type: "sight_changed", inSight: true };
const unseen: DwellEvent = { type: "sight_changed", inSight: false };
const hidden: DwellEvent = { type: "page_changed", visible: false };
const shown: DwellEvent = { type: "page_changed", visible: true };
const active: DwellEvent = { type: "active" };
const told: DwellEvent = { type: "told" };

/** Each row: events by second, and how many seconds are reported at a given second. */
const table: [string, [second: number, event: DwellEvent][], at: number, seconds: number | null][] = [
  ["an answer that never came into sight", [[5, active]], 10, null],
  ["an answer in sight", [[1, seen]], 5, 4],
  ["less than a second", [[1, seen]], 1.99, null],
  ["a second", [[1, seen]], 2, 1],
  ["tenths of seconds", [[0, seen]], 2.345, 2.3],
  [
    "two looks",
    [
      [1, seen],
      [3, unseen],
      [10, seen],
    ],
    14,
    6,
  ],
  [
    "a hidden page",
    [
      [0, seen],
      [3, hidden],
      [50, shown],
    ],
    52,
    5,
  ],
  ["a page that was hidden from the start", [[0, hidden]], 9, null],
  [
    "sight that comes while the page is hidden",
    [
      [0, hidden],
      [1, seen],
      [5, shown],
    ],
    7,
    2,
  ],
  ["a reader without a sign of life", [[0, seen]], 500, 60],
  [
    "signs of life",
    [
      [0, seen],
      [50, active],
      [100, active],
    ],
    120,
    120,
  ],
  [
    "a pause and a return from it",
    [
      [0, seen],
      [300, active],
    ],
    310,
    70,
  ],
  [
    "coming back to the page as a sign of life",
    [
      [0, seen],
      [10, hidden],
      [900, shown],
    ],
    940,
    50,
  ],
  [
    "only what was not told yet",
    [
      [0, seen],
      [10, told],
    ],
    14,
    4,
  ],
  [
    "the rest of a second that was too short to tell",
    [
      [0, seen],
      [0.6, hidden],
      [9, shown],
    ],
    9.6,
    1.2,
  ],
  [
    "a clock that was set back",
    [
      [10, seen],
      [4, active],
    ],
    6,
    2,
  ],
];

it.each(table)("dwell: %s", (_, events, at, seconds) => {
  let clock = newDwellClock(true, 0);
  for (const [second, event] of events) clock = advanceDwell(clock, event, second * 1_000);
  expect(dwellSeconds(clock, at * 1_000)).toBe(seconds);
});

describe("isInSight", () => {
  it.each([
    ["half of a short answer", 0.5, 50, 800, true],
    ["less of it", 0.49, 49, 800, false],
    ["a long answer that fills half of the screen", 0.04, 400, 800, true],
    ["a long answer at the edge of the screen", 0.039, 390, 800, false],
    ["a screen of no height", 0, 0, 0, false],
  ])("%s", (_, intersectionRatio, height, screen, expected) => {
    const sight = { intersectionRatio, intersectionRect: { height } };
    expect(isInSight({ ...sight, rootBounds: { height: screen } }, 1)).toBe(expected);
    expect(isInSight({ ...sight, rootBounds: null }, screen)).toBe(expected);
  });
});
