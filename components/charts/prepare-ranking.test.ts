import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { prepareRanking } from "./prepare-ranking.ts";

const row = (key: string, part: number, all: number) => ({
  key,
  label: key,
  count: part,
  share: rate(part, all),
});

describe("prepareRanking", () => {
  it("draws shares from zero, with their intervals, on one scale", () => {
    const { bars, high } = prepareRanking([row("a", 81, 263), row("b", 40, 263)]);
    expect(high).toBe(0.4);
    expect(bars[0]?.width).toBeCloseTo((81 / 263 / 0.4) * 100, 6);
    expect(bars[0]?.whisker?.to).toBeCloseTo((0.3662 / 0.4) * 100, 1);
  });

  it.each([
    ["too few", row("a", 3, 4)],
    ["none", row("a", 0, 0)],
  ])("draws no bar of %s", (_, few) =>
    expect(prepareRanking([few]).bars[0]).toMatchObject({ width: null, whisker: null }),
  );
});
