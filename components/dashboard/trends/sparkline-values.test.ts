import { expect, it } from "vitest";
import type { TrendPoint } from "#lib/evaluate/metrics/index.ts";
import { sparklineValues, tileSparklines } from "./sparkline-values.ts";
import { positiveRate } from "./trend-metrics.ts";

const point = (part: Partial<TrendPoint>): TrendPoint =>
  ({
    at: "",
    interactions: 0,
    rated: 0,
    thumbsUp: 0,
    thumbsDown: 0,
    corrections: 0,
    costUsd: 0,
    priced: 0,
    latency: { p50: null, p95: null, n: 0 },
    ...part,
  }) as TrendPoint;

it("is a value for each step of the window, and a gap where there is none to say", () => {
  const points = [
    point({ interactions: 9 }),
    point({
      interactions: 100,
      rated: 40,
      thumbsUp: 30,
      thumbsDown: 10,
      corrections: 2,
      latency: { p50: 1, p95: 900, n: 100 },
      costUsd: 1,
      priced: 100,
    }),
    point({}),
    point({ interactions: 100, rated: 5, thumbsUp: 5 }),
  ];
  expect(tileSparklines(points, { lead: 1, unit: "day" })).toEqual({
    positive_rate: [0.75, null, null],
    response_rate: [0.4, null, 0.05],
    interactions: [100, 0, 100],
    corrections: [2, null, 0],
    latency_p95: [900, null, null],
    cost: [0.01, null, null],
  });
});

it("pools thin days as a trend does, with the days before the window", () => {
  const days = Array.from({ length: 20 }, () => point({ interactions: 9, thumbsUp: 1, thumbsDown: 1 }));
  const [values = []] = sparklineValues([days], positiveRate.measure, { lead: 6, unit: "day" });
  expect(values).toEqual(Array.from({ length: 14 }, () => 0.5));
});
