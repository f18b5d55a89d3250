import { describe, expect, it } from "vitest";
import { qualityBand } from "./quality-band.ts";

describe("qualityBand", () => {
  it("finds a true rate of .60 behind 33 % thumbs-up when 2 % of the content and 6 % of the unhappy respond", () => {
    const [content, unhappy] = [600_000 * 0.02, 400_000 * 0.06];
    const band = qualityBand(content, unhappy);
    expect(content / (content + unhappy)).toBeCloseTo(1 / 3, 12);
    expect(band.points.find(({ ratio }) => ratio === 3)?.value).toBeCloseTo(0.6, 12);
  });

  it("begins at the rate as it was rated and ends at five to one", () => {
    expect(qualityBand(30, 70)).toMatchObject({ n: 100, low: 0.3, high: 30 / (30 + 14) });
  });

  it.each([
    ["all bad", 0, 9, 0],
    ["all good", 9, 0, 1],
  ])("is a point when %s: the assumption changes nothing", (_, up, down, value) => {
    expect(qualityBand(up, down)).toMatchObject({ low: value, high: value });
  });

  it("says insufficient_data of no rating", () => {
    expect(qualityBand(0, 0)).toEqual({
      n: 0,
      low: null,
      high: null,
      points: [],
      reason: "insufficient_data",
    });
  });
});
