import { describe, expect, it } from "vitest";
import { qualityBand } from "#lib/decide/statistics/index.ts";
import { bandByDay } from "./pool-days.ts";

const days = (count: number, up: number, n: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: `2026-11-${String(index + 1).padStart(2, "0")}`,
    thumbsUp: up,
    thumbsDown: n - up,
  }));

describe("bandByDay", () => {
  it("is of single days where they have enough thumbs", () => {
    const { pooled, days: bands } = bandByDay(days(20, 24, 40), "2026-11-07", qualityBand);
    expect(pooled).toBe(1);
    expect(bands).toHaveLength(14);
    expect(bands[0]).toEqual({
      day: "2026-11-07",
      n: 40,
      band: { observed: 0.6, low: 0.6, high: expect.closeTo(24 / (24 + 16 / 5), 9) },
    });
  });

  it("is of the week up to each day where days are thin, the days before the window among them", () => {
    const { pooled, days: bands } = bandByDay(days(20, 3, 5), "2026-11-07", qualityBand);
    expect(pooled).toBe(7);
    expect(bands[0]).toMatchObject({ day: "2026-11-07", n: 35, band: { observed: expect.closeTo(0.6, 9) } });
  });

  it.each([
    ["too few thumbs in all of a week", days(20, 1, 1)],
    ["no thumbs", days(20, 0, 0)],
    ["too few thumbs in a short window", days(8, 2, 4)],
  ])("is a gap where there are %s", (_, thin) => {
    const { days: bands } = bandByDay(thin, "2026-11-01", qualityBand);
    expect(bands.every(({ band }) => band === null)).toBe(true);
  });
});
