import { describe, expect, it } from "vitest";
import { RATER_GROUPS } from "#lib/domain/rater-groups.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import { trendMetricGroups, trendMetricNamed } from "./trend-metrics.ts";
import { isTooFew, leadDays, stepsPooled, toRate, valueOver } from "./trend-values.ts";

const day = (part: Partial<Summary>): Summary =>
  ({
    interactions: 0,
    rated: 0,
    thumbsUp: 0,
    thumbsDown: 0,
    stars: [0, 0, 0, 0, 0],
    starCount: 0,
    corrections: 0,
    comments: 0,
    latency: { p50: null, p95: null, n: 0 },
    ...part,
  }) as Summary;

const measureOf = (name: string) => trendMetricNamed(name).measure;

describe("trendMetricNamed", () => {
  it.each(trendMetricGroups.flatMap(({ metrics }) => metrics))("finds $name", (metric) =>
    expect(trendMetricNamed(metric.name)).toBe(metric),
  );

  it.each([undefined, "", "no_such_metric"])("is the positive rate for %s", (name) =>
    expect(trendMetricNamed(name).name).toBe("positive_rate"),
  );
});

/** A day on which one person gave so many thumbs up. */
function dayOfOne(thumbsUp: number): Summary {
  const none = Array<number>(RATER_GROUPS).fill(0);
  return day({ thumbsUp, raters: { up: none.with(7, thumbsUp), down: none } });
}

describe("valueOver", () => {
  it("takes whoever rates on several days for one person, also beside days without thumbs", () => {
    const { measure } = trendMetricNamed("positive_rate");
    const value = valueOver([dayOfOne(20), dayOfOne(30), day({ raters: null })], measure);
    expect(value).toMatchObject({ value: 1, n: 50, users: 1, widened: true });
    expect(toRate(value)).toMatchObject({ low: expect.closeTo(0.2065, 4), users: 1, widened: true });
  });

  it.each([
    [
      "a share of the sums, with its interval, not the mean of shares",
      "positive_rate",
      [day({ thumbsUp: 1, thumbsDown: 9 }), day({ thumbsUp: 80, thumbsDown: 10 })],
      { value: 0.81, n: 100, band: [expect.closeTo(0.7222, 4), expect.closeTo(0.8749, 4)] },
    ],
    [
      "a mean of the sums",
      "star_mean",
      [day({ stars: [1, 0, 0, 0, 0], starCount: 1 }), day({ stars: [0, 0, 0, 0, 3], starCount: 3 })],
      { value: 4, n: 4, band: null },
    ],
    [
      "an amount added up",
      "interactions",
      [day({ interactions: 3 }), day({ interactions: 4 })],
      { value: 7, n: null, band: null },
    ],
    ["no answers as none", "interactions", [day({})], { value: 0, n: null, band: null }],
    ["no comments where there was no answer", "comments", [day({})], { value: null, n: null, band: null }],
    [
      "the last percentile",
      "latency_p95",
      [
        day({ latency: { p50: 1, p95: 2, n: 9 } }),
        day({ interactions: 1, latency: { p50: 4, p95: 5, n: 7 } }),
      ],
      { value: 5, n: 7, band: null },
    ],
    ["nothing of no ratings", "positive_rate", [day({ interactions: 5 })], { value: null, n: 0, band: null }],
    ["nothing of no days", "latency_p50", [], { value: null, n: 0, band: null }],
  ])("is %s", (_, name, points, value) => expect(valueOver(points, measureOf(name))).toMatchObject(value));
});

describe("isTooFew", () => {
  it.each([
    [{ value: 0.5, n: 9, band: null }, true],
    [{ value: 0.5, n: 10, band: null }, false],
    [{ value: 3, n: null, band: null }, false],
    [{ value: null, n: 0, band: null }, false],
  ] as const)("of %j is %s", (value, few) => expect(isTooFew(value)).toBe(few));
});

describe("stepsPooled", () => {
  const days = (count: number, thumbsUp: number) => [
    Array.from({ length: count }, () => day({ interactions: thumbsUp, thumbsUp })),
  ];
  it.each([
    ["single days where they have enough", days(30, 30), "positive_rate", "day", 1],
    ["a week where days are thin", days(30, 29), "positive_rate", "day", 7],
    ["single days where the window is short", days(13, 5), "positive_rate", "day", 1],
    ["a day where hours are thin", days(48, 5), "positive_rate", "hour", 24],
    ["single days for amounts", days(30, 5), "comments", "day", 1],
    ["single days for percentiles", days(30, 5), "latency_p95", "day", 1],
    ["single days where nobody rated", days(30, 0), "positive_rate", "day", 1],
  ] as const)("is %s", (_, series, name, unit, steps) =>
    expect(stepsPooled(series, measureOf(name), unit)).toBe(steps),
  );
});

it("knows as many days before the window as are pooled", () => {
  expect(leadDays(measureOf("positive_rate"), "day")).toBe(6);
  expect(leadDays(measureOf("positive_rate"), "hour")).toBe(1);
  expect(leadDays(measureOf("interactions"), "day")).toBe(0);
});
