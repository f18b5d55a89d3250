import { describe, expect, it } from "vitest";
import type { TrendPoint } from "#lib/evaluate/metrics/index.ts";
import { trendMetricNamed } from "./trend-metrics.ts";
import { trendSplits } from "./trend-splits.ts";
import { prepareTrendView } from "./trend-view.ts";

const point = (at: string, part: Partial<TrendPoint>): TrendPoint =>
  ({ at, interactions: 0, rated: 0, thumbsUp: 0, thumbsDown: 0, comments: 0, ...part }) as TrendPoint;

const dates = (count: number) =>
  Array.from({ length: count }, (_, index) => `2026-11-${String(index + 1).padStart(2, "0")}`);

const plain = { split: null, unit: "day", tz: "UTC", isBefore: () => false } as const;
const rate = { ...plain, metric: trendMetricNamed("positive_rate") };
const byModel = trendSplits.find(({ name }) => name === "model") ?? null;

describe("prepareTrendView", () => {
  const points = [
    point("2026-11-01", { thumbsUp: 60, thumbsDown: 40 }),
    point("2026-11-02", {}),
    point("2026-11-03", { thumbsUp: 30, thumbsDown: 70 }),
    point("2026-11-04", { thumbsUp: 3, thumbsDown: 6 }),
  ];

  it("draws each day with its interval, and a gap where nobody rated", () => {
    const { lines, pooled } = prepareTrendView({ ...rate, series: [{ name: null, points }] });
    expect(pooled).toBe(1);
    expect(lines[0]?.drawn.map(({ value }) => value)).toEqual([0.6, null, 0.3, expect.closeTo(1 / 3, 9)]);
    expect(lines[0]?.drawn[0]?.band?.[0]).toBeCloseTo(0.502, 3);
  });

  it("leaves out what is of too few, and says so", () => {
    const { leftOut, summary, table } = prepareTrendView({ ...rate, series: [{ name: null, points }] });
    expect(leftOut).toBe(1);
    expect(table.rows[0]).toEqual([
      { text: "4 Nov 2026", value: "2026-11-04" },
      { text: "Not enough data", value: null },
      { text: "–", value: null },
      { text: "–", value: null },
      9,
    ]);
    expect(summary).toBe(
      "Positive rate by day, 1 Nov 2026 to 4 Nov 2026. Overall: 44.5% of 209 thumbs, 95% confidence interval 37.9–51.3%. Highest 60.0% on 1 Nov 2026, lowest 30.0% on 3 Nov 2026. 1 value with fewer than 10 thumbs omitted.",
    );
  });

  it("pools a week up to each day where days are thin, with the days before the window", () => {
    const thin = dates(20).map((at) => point(at, { interactions: 5, thumbsUp: 1, thumbsDown: 1 }));
    const { steps, lines, pooled, table } = prepareTrendView({
      ...rate,
      series: [{ name: null, points: thin }],
      isBefore: (at) => at < "2026-11-07",
    });
    expect(pooled).toBe(7);
    expect(steps[0]).toBe("2026-11-07");
    expect(lines[0]?.drawn[0]).toMatchObject({ value: 0.5, n: 14 });
    expect(lines[0]?.overall.n).toBe(28);
    expect(table.columns.map(({ head }) => head)).toEqual([
      "Day",
      "Positive rate, 7 days",
      "Low",
      "High",
      "n",
      "This day only",
      "n, this day only",
    ]);
  });

  it("leads from each value, and in the table from each n, to what it is of, pooled or alone", () => {
    const thin = dates(20).map((at) => point(at, { interactions: 5, thumbsUp: 1, thumbsDown: 1 }));
    const { lines, table } = prepareTrendView({
      ...rate,
      series: [{ name: null, filters: { model: "m" }, points: thin }],
      isBefore: (at) => at < "2026-11-07",
      figureOf: ({ at, pooled, filters }, count) => ({
        href: `/${filters.model}/${at}/${pooled}`,
        count,
        unit: "thumbs",
      }),
    });
    const week = { href: "/m/2026-11-07/7", count: 14, unit: "thumbs" };
    const day = { href: "/m/2026-11-07/1", count: 2, unit: "thumbs" };
    expect([lines[0]?.targets[0], lines[0]?.ownTargets[0]]).toEqual([week, day]);
    const cells = table.rows.at(-1) ?? [];
    expect([cells[4], cells[6]]).toEqual([
      { text: "14", value: 14, figure: week },
      { text: "2", value: 2, figure: day },
    ]);
  });

  it("sets the period before under the window, step under step, with the days that it needs before it", () => {
    const november = dates(4).map((at) => point(at, { thumbsUp: 50, thumbsDown: 50 }));
    const october = ["2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31"].map((at, index) =>
      point(at, { thumbsUp: 10 * index, thumbsDown: 100 - 10 * index }),
    );
    const { previous, table } = prepareTrendView({
      ...rate,
      series: [{ name: null, points: november }],
      previous: { points: october, isBefore: (at) => at < "2026-10-28" },
    });
    expect(previous?.drawn.map(({ value }) => value)).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(table.columns.map(({ head }) => head).slice(-2)).toEqual([
      "Previous period",
      "n, previous period",
    ]);
    expect(table.rows[0]?.slice(-2)).toEqual([{ text: "40.0%", value: 0.4 }, 100]);
  });

  it("names the lines of a split, and says what each came to", () => {
    const { lines, summary, table } = prepareTrendView({
      ...rate,
      metric: trendMetricNamed("interactions"),
      split: byModel,
      series: [
        { name: "gpt", points: [point("2026-11-01", { interactions: 5 })] },
        { name: "", points: [point("2026-11-01", { interactions: 2 })] },
      ],
    });
    expect(lines.map(({ name }) => name)).toEqual(["gpt", "No model"]);
    expect(summary).toBe("Interactions by day and model, 1 Nov 2026 to 1 Nov 2026. gpt: 5. No model: 2.");
    expect(table.rows).toHaveLength(2);
  });

  it("says hours in the reader's zone", () => {
    const { table } = prepareTrendView({
      ...rate,
      unit: "hour",
      tz: "Asia/Kathmandu",
      series: [{ name: null, points: [point("2026-11-01T10:00:00.000Z", { thumbsUp: 10 })] }],
    });
    expect(table.rows[0]?.[0]).toEqual({ text: "1 Nov 2026, 15:45", value: "2026-11-01T10:00:00.000Z" });
  });

  it.each([
    ["one rating", [point("2026-11-01", { thumbsUp: 1 })], "Overall: Not enough thumbs (n = 1)."],
    ["no rating", [point("2026-11-01", { interactions: 3 })], "Overall: no thumbs."],
  ])("has nothing to draw of %s, and says it", (_, few, words) => {
    const view = prepareTrendView({ ...rate, series: [{ name: null, points: few }] });
    expect(view.drawable).toBe(false);
    expect(view.summary).toContain(words);
  });

  it("says nothing of nothing", () =>
    expect(prepareTrendView<TrendPoint>({ ...rate, split: byModel, series: [] })).toMatchObject({
      steps: [],
      drawable: false,
      summary: "No data.",
    }));
});
