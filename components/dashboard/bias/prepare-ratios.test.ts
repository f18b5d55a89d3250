import { describe, expect, it } from "vitest";
import { qualityBand } from "#lib/decide/statistics/index.ts";
import { rate } from "#lib/domain/rate.ts";
import { prepareRatios } from "./prepare-ratios.ts";

const view = (up: number, down: number) =>
  prepareRatios(rate(up, up + down), qualityBand(up, down), qualityBand);

describe("prepareRatios", () => {
  it("says what thumbs mean under each assumption", () => {
    const ratios = view(60, 40);
    expect(ratios?.assumptions.map(({ label, value }) => [label, value])).toEqual([
      ["1:1", 0.6],
      ["2:1", 0.75],
      ["3:1", expect.closeTo(0.8182, 4)],
      ["4:1", expect.closeTo(0.8571, 4)],
      ["5:1", expect.closeTo(0.8824, 4)],
    ]);
    expect([ratios?.low, ratios?.high]).toEqual([0.6, expect.closeTo(0.8824, 4)]);
    expect(ratios?.assumptions[2]?.sentence).toBe(
      "If unhappy users rate three times as often as happy users, 81.8% of the answers were good.",
    );
    expect(ratios?.summary).toMatch(
      /^60.0% of 100 thumbs are up. If unhappy users rate as often as happy users/,
    );
  });

  it("carries the interval of the thumbs over to each assumption", () => {
    // Wilson of 60/100 is .5020–.6906; behind them lie p / (p + (1 − p) / 3).
    expect(view(60, 40)?.assumptions[2]).toMatchObject({
      low: expect.closeTo(0.7515, 3),
      high: expect.closeTo(0.87, 3),
    });
  });

  it.each([
    ["all thumbs up", 20, 0, 1, 1],
    ["all thumbs down", 0, 20, 0, 0],
  ])("holds %s", (_, up, down, low, high) => expect(view(up, down)).toMatchObject({ low, high }));

  it.each([
    ["no thumbs", 0, 0],
    ["one thumb", 1, 0],
    ["nine thumbs", 5, 4],
  ])("says nothing of %s", (_, up, down) => expect(view(up, down)).toBeNull());
});
