import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { prepareIntervals } from "./prepare-intervals.ts";

describe("prepareIntervals", () => {
  it("spans whole tens of percent around every interval", () => {
    const { low, high } = prepareIntervals([rate(81, 263), rate(15, 148)]);
    expect([low, high]).toEqual([0, 0.4]);
  });

  it("places dot and whisker in percent of the scale", () => {
    const mark = prepareIntervals([rate(81, 263), rate(15, 148)]).mark(rate(81, 263));
    expect(mark?.at).toBeCloseTo((81 / 263 / 0.4) * 100, 6);
    expect(mark?.from).toBeCloseTo((0.2553 / 0.4) * 100, 1);
    expect(mark?.to).toBeCloseTo((0.3662 / 0.4) * 100, 1);
  });

  it("stretches to the rate it compares with, and places it", () => {
    const { high, reference } = prepareIntervals([rate(15, 148)], rate(700, 1000));
    expect(high).toBe(0.8);
    expect(reference).toBeCloseTo(87.5, 6);
  });

  it.each([
    ["too few ratings", rate(9, 9)],
    ["no ratings", rate(0, 0)],
  ])("draws nothing for %s, nor makes room for it", (_, few) => {
    const scale = prepareIntervals([few, rate(700, 1000)]);
    expect(scale.mark(few)).toBeNull();
    expect(scale.low).toBe(0.6);
  });

  it("is the whole range when nothing can be drawn", () =>
    expect(prepareIntervals([])).toMatchObject({ low: 0, high: 1, reference: null }));
});
