import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { rateDifference } from "#lib/domain/rate-difference.ts";
import { differenceScale, differenceSide, knownDifference } from "./comparison-differences.ts";
import { differenceSentence } from "./format-difference.ts";

const rowOf = ([up, n]: [number, number], [otherUp, otherN]: [number, number]) => ({
  positive: rate(up, n),
  against: rate(otherUp, otherN),
  difference: rateDifference(rate(up, n), rate(otherUp, otherN)),
});

describe("knownDifference", () => {
  it.each([
    ["enough on both sides", rowOf([56, 70], [48, 80]), 0.2],
    ["too few of its own", rowOf([5, 9], [48, 80]), null],
    ["too few to hold it against", rowOf([48, 80], [5, 9]), null],
    ["nothing to hold it against", rowOf([48, 80], [0, 0]), null],
    ["the reference itself", { positive: rate(48, 80), against: rate(48, 80), difference: null }, null],
  ])("of %s", (_, row, value) => {
    const found = knownDifference(row)?.value ?? null;
    if (value === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(value, 12);
  });
});

describe("differenceScale", () => {
  const known = (value: number, low: number, high: number) => ({ value, low, high });

  it.each([
    ["nothing", [], 0.1],
    ["a small one", [known(0.01, -0.02, 0.04)], 0.1],
    ["one that reaches a ten", [known(0.2, 0.1, 0.3)], 0.3],
    ["the furthest end of all", [known(0.01, -0.02, 0.04), known(-0.3, -0.51, -0.1)], 0.6],
    ["all that there is", [known(-0.95, -1, -0.9)], 1],
  ])("reaches around %s", (_, differences, reach) => expect(differenceScale(differences).reach).toBe(reach));

  it("has zero in its middle", () => {
    const { mark } = differenceScale([known(0.1, -0.2, 0.4)]);
    expect(mark(known(0, -0.4, 0.4))).toEqual({ at: 50, from: 0, to: 100, side: "open" });
    expect(mark(known(0.2, 0.1, 0.3)).at).toBeCloseTo(75, 9);
  });

  it.each([
    [known(0.2, 0.1, 0.3), "above"],
    [known(-0.2, -0.3, -0.1), "below"],
    [known(0.1, -0.1, 0.3), "open"],
    [known(0.1, 0, 0.2), "open"],
  ])("%o lies %s zero", (difference, side) => expect(differenceSide(difference)).toBe(side));
});

it("the words of a difference have their interval", () =>
  expect(differenceSentence({ value: 0.2, low: 0.0524, high: 0.3339 })).toBe(
    "+20.0 points (95% confidence interval +5.2 to +33.4)",
  ));
