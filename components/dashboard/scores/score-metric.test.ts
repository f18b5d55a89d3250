import { describe, expect, it } from "vitest";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import type { ScoreCounts } from "#lib/evaluate/metrics/index.ts";
import { trendChoice } from "../trends/trend-choice.ts";
import { valueOver } from "../trends/trend-values.ts";
import { prepareTrendView } from "../trends/trend-view.ts";
import { scoreMetrics } from "./score-metric.ts";

const definition = (more: Partial<ScoreDefinition>): ScoreDefinition => ({
  ...{
    name: "grade",
    type: "number",
    min: null,
    max: null,
    labels: [],
    direction: "higher",
    confirmed: true,
  },
  ...more,
});
const counts = (more: Partial<ScoreCounts>): ScoreCounts => ({
  ...{ n: 0, sum: 0, sumSquares: 0, labels: new Map() },
  ...more,
});
const within = ({ sum, n }: ScoreCounts): [number, number] => [sum / n - 1, sum / n + 1];

describe("the trends of a score", () => {
  it("are the mean of a number with an interval over all that is put together", () => {
    const [mean] = scoreMetrics(definition({}), "interaction", within);
    const days = [counts({ n: 30, sum: 60 }), counts({ n: 10, sum: 60 })];
    expect(mean && valueOver(days, mean.measure)).toEqual({ value: 3, n: 40, band: [2, 4] });
    expect(mean && valueOver([], mean.measure)).toMatchObject({ value: null, band: null });
  });

  it("are the share of true, and of each label of a category", () => {
    const solved = definition({ name: "solved", type: "boolean" });
    const [share, ...none] = scoreMetrics(solved, "session", within);
    expect([share?.label, none]).toEqual(["solved (session)", []]);
    expect(share && valueOver([counts({ n: 40, sum: 30 })], share.measure)).toMatchObject({
      value: 0.75,
      n: 40,
    });
    const graded = scoreMetrics(
      definition({ type: "category", labels: ["poor", "good"] }),
      "interaction",
      within,
    );
    expect(graded.map(({ label }) => label)).toEqual(["grade: poor", "grade: good"]);
    const given = counts({ n: 40, labels: new Map([["good", 10]]) });
    expect(graded.map(({ measure }) => valueOver([given], measure).value)).toEqual([0, 0.25]);
  });

  it("are drawn with their band, and lead to their values", () => {
    const metrics = scoreMetrics(definition({}), "interaction", within);
    const { metric } = trendChoice(
      { metric: 'score:["grade","interaction"]' },
      { chosen: {}, days: 7, unit: "day" },
      metrics,
    );
    if (!("score" in metric)) throw new Error("the score was not chosen");
    const view = prepareTrendView({
      ...{ metric, split: null, unit: "day", tz: "UTC", isBefore: () => false },
      series: [{ name: null, points: [{ at: "2026-11-01", ...counts({ n: 40, sum: 120 }) }] }],
      figureOf: (_, count) => ({ href: "/list", count, unit: "scores" }),
    });
    expect(view.table.columns.map(({ head }) => head)).toEqual(["Day", "grade, mean", "Low", "High", "n"]);
    expect(view.lines[0]?.targets).toEqual([{ href: "/list", count: 40, unit: "scores" }]);
    expect(view.summary).toContain("3.00, the mean of 40 scores, 95% confidence interval 2.00–4.00.");
  });
});
