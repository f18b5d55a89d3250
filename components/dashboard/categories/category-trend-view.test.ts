import { describe, expect, it } from "vitest";
import { prepareCategoryTrend } from "./category-trend-view.ts";

const days = (count: number, thumbsDown: number) =>
  Array.from({ length: count }, (_, index) => ({
    at: `2026-11-${String(index + 1).padStart(2, "0")}`,
    thumbsDown,
  }));

describe("prepareCategoryTrend", () => {
  it("draws the share of each day's thumbs-down, zero where nobody named the category", () => {
    const { lines, steps } = prepareCategoryTrend(
      ["too_long"],
      [{ day: "2026-11-02", name: "too_long", count: 10 }],
      days(3, 40),
      { from: "2026-11-02", tz: "UTC" },
    );
    expect(steps).toEqual(["2026-11-02", "2026-11-03"]);
    expect(lines[0]?.name).toBe("Too long");
    expect(lines[0]?.drawn.map(({ value }) => value)).toEqual([0.25, 0]);
  });

  it("leaves a gap where there were too few thumbs-down to share", () => {
    const { drawable, leftOut } = prepareCategoryTrend(["a"], [], days(3, 4), {
      from: "2026-11-01",
      tz: "UTC",
    });
    expect([drawable, leftOut]).toEqual([false, 3]);
  });

  it("pools the week up to each day where days are thin", () => {
    const counts = days(20, 5).map(({ at }) => ({ day: at, name: "a", count: 1 }));
    const { pooled, lines } = prepareCategoryTrend(["a"], counts, days(20, 5), {
      from: "2026-11-07",
      tz: "UTC",
    });
    expect(pooled).toBe(7);
    expect(lines[0]?.drawn[0]).toMatchObject({ value: 0.2, n: 35 });
  });
});
