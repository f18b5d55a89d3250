import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/domain/alert.ts";
import type { AlertCondition } from "#lib/domain/alert-rule.ts";
import { evidenceNeeded } from "../problems/index.ts";
import { type Observed, readCondition } from "./index.ts";

const read = (condition: AlertCondition, observed: Partial<Observed>, minimum = 30) =>
  readCondition({ condition, minimum }, observed);

describe("a threshold", () => {
  const above: AlertCondition = { type: "threshold", op: "above", value: 100 };
  const below: AlertCondition = { type: "threshold", op: "below", value: 0.7, recover: 0.75 };
  it.each<[string, AlertCondition, number | null, number, Outcome]>([
    ["above it", above, 101, 30, "bad"],
    ["at it", above, 100, 30, "between"],
    ["just under it", above, 96, 30, "between"],
    ["a twentieth under it", above, 95, 30, "good"],
    ["with too few", above, 500, 29, "no_data"],
    ["with nothing", above, null, 0, "no_data"],
    ["below a lower limit", below, 0.69, 30, "bad"],
    ["between it and its recovery", below, 0.74, 30, "between"],
    ["at its recovery", below, 0.75, 30, "good"],
    ["below a limit of less than nothing", { type: "threshold", op: "below", value: -1 }, -2, 30, "bad"],
    ["back from there", { type: "threshold", op: "below", value: -1 }, -0.9, 30, "good"],
  ])("%s", (_, condition, value, n, outcome) => {
    expect(read(condition, { threshold: { value, n } }).outcome).toBe(outcome);
  });
});

describe("a change", () => {
  const needed = evidenceNeeded(0.5);
  const day = (bad: number) => ({ n: 200, bad, expected: 40 });
  it.each<[string, number, boolean, Observed["change"]["recent"], Outcome]>([
    ["is bad where it is proved", needed, false, day(60), "bad"],
    ["is bad at once where it is proved by a few hours of the window", needed, false, day(45), "bad"],
    ["is not where it is not proved yet", needed - 0.01, false, day(60), "good"],
    ["stays bad while it lasts", needed - 5, true, day(55), "bad"],
    ["is over when it is nearer to what is usual", needed + 10, true, day(49), "good"],
    ["may be over, but by too few ratings", needed + 10, true, { n: 5, bad: 0, expected: 1 }, "bad"],
    ["is not known of a quiet Sunday", 0, false, { n: 12, bad: 9, expected: 3 }, "no_data"],
    [
      "is not known before anything is",
      Number.NEGATIVE_INFINITY,
      false,
      { n: 0, bad: 0, expected: 0 },
      "no_data",
    ],
  ])("%s", (_, evidence, isFiring, recent, outcome) => {
    const observed = { change: { rise: { evidence }, share: 0.5, isFiring, recent } };
    expect(read({ type: "change", by: 0.1 }, observed).outcome).toBe(outcome);
  });
});

it.each<[string, Observed["silence"], Outcome]>([
  ["where as many as ever come", { seen: 40, expected: 40 }, "good"],
  ["where hardly any come", { seen: 1, expected: 40 }, "good"],
  ["where none come of 40", { seen: 0, expected: 40 }, "bad"],
  ["where none come of ten", { seen: 0, expected: 10 }, "between"],
  ["where none ever came", { seen: 0, expected: 0 }, "between"],
])("silence, %s", (_, silence, outcome) => {
  expect(read({ type: "silence" }, { silence }, 0).outcome).toBe(outcome);
});

it.each<[number, Outcome]>([
  [79.9, "good"],
  [80, "bad"],
  [120, "bad"],
])("80 %% of a budget of 100, with %i spent", (spent, outcome) => {
  expect(read({ type: "budget", usd: 100, per: "month", at: 0.8 }, { budget: { spent } }).outcome).toBe(
    outcome,
  );
});

it("says what is missing", () => {
  expect(() => read({ type: "silence" }, { budget: { spent: 1 } })).toThrow(
    "A rule with the condition silence was given no numbers for it.",
  );
});
