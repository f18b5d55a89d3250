import { expect, it } from "vitest";
import type { ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { type ProblemTimes, problemTimes } from "./index.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));

it.each<[string, number | null, [ProblemState, number][], ProblemTimes]>([
  ["nothing yet", null, [], { notice: null, ship: null, verify: null }],
  ["noticed", 0, [["open", 30]], { notice: 30, ship: null, verify: null }],
  ["of unknown beginning", null, [["open", 30]], { notice: null, ship: null, verify: null }],
  [
    "begun after it was noticed, by the data of later",
    31,
    [["open", 30]],
    { notice: 0, ship: null, verify: null },
  ],
  [
    "fixed and verified",
    0,
    [
      ["open", 30],
      ["fixing", 40],
      ["fixed", 50],
      ["verified", 74],
    ],
    { notice: 30, ship: 20, verify: 24 },
  ],
  [
    "fixed, not verified yet",
    0,
    [
      ["open", 30],
      ["fixed", 50],
    ],
    { notice: 30, ship: 20, verify: null },
  ],
  [
    "fixed twice: the fix that held counts",
    0,
    [
      ["open", 30],
      ["fixed", 50],
      ["regressed", 60],
      ["fixing", 61],
      ["fixed", 80],
      ["verified", 90],
    ],
    { notice: 30, ship: 50, verify: 10 },
  ],
  [
    "verified, then shipped again: not verified",
    0,
    [
      ["open", 30],
      ["fixed", 50],
      ["verified", 60],
      ["regressed", 70],
      ["fixed", 80],
    ],
    { notice: 30, ship: 50, verify: null },
  ],
])("of a problem that is %s", (_, began, steps, times) => {
  const records = steps.map(([to, hour]) => ({ to, at: at(hour) }));
  expect(problemTimes(began === null ? null : at(began), records)).toEqual(times);
});
