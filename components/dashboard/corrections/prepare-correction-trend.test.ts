import { describe, expect, it } from "vitest";
import { mean } from "#lib/domain/rate.ts";
import { prepareCorrectionTrend } from "./prepare-correction-trend.ts";

const point = (at: string, kept: number, words: number, n: number) => ({
  at,
  editKeptMean: mean(kept * n, n),
  editDistanceMean: mean(words * n, n),
});

describe("prepareCorrectionTrend", () => {
  const view = prepareCorrectionTrend(
    [point("2026-11-01", 0.5, 10, 2), point("2026-11-02", 0, 0, 0), point("2026-11-03", 0.8, 4, 1)],
    "day",
  );

  it("leaves a gap where nothing was corrected", () => {
    expect(view.kept.series.values).toEqual([0.5, null, 0.8]);
    expect(view.distance.series).toMatchObject({ values: [10, null, 4], n: [2, 0, 1] });
  });

  it("says the mean over all corrections, not over days", () => {
    expect(view.kept.summary).toBe(
      "Share kept by day: 60.0% over all 3 corrections. 1 day without corrections.",
    );
    expect(view.distance.summary).toContain("8.0 over all 3 corrections");
  });

  it("has the same numbers as a table, with values that can be sorted", () => {
    expect(view.kept.table.rows).toEqual([
      ["2026-11-01", { text: "50.0%", value: 0.5 }, 2],
      ["2026-11-02", null, 0],
      ["2026-11-03", { text: "80.0%", value: 0.8 }, 1],
    ]);
  });

  it("says so where there are none at all", () =>
    expect(prepareCorrectionTrend([], "hour").kept.summary).toBe(
      "Share kept: no corrections in this period.",
    ));
});
