import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { pointSentences } from "./prepare-point.ts";
import { prepareTrend, type TrendInput } from "./prepare-trend.ts";
import { prepareTrendPoint } from "./prepare-trend-point.ts";

const day = (at: number, up: number, down: number): TrendInput => ({
  day: `2026-11-${String(at).padStart(2, "0")}`,
  thumbsUp: up,
  thumbsDown: down,
  positive: rate(up, up + down),
  rated: up + down,
  interactions: 1_000,
});

it("says a day's rate with its interval and n, and its interactions", () =>
  expect(pointSentences(prepareTrendPoint(prepareTrend([day(1, 80, 20)]), 0))).toBe(
    "1 Nov 2026. Positive 80.0%, 71.1–86.7%, n = 100; Interactions 1,000, 100 rated.",
  ));

it("says that there is no value", () =>
  expect(pointSentences(prepareTrendPoint(prepareTrend([day(1, 0, 0)]), 0))).toContain("Positive no value;"));

it("says of pooled days both the pooled rate and the day's own", () => {
  const thin = Array.from({ length: 14 }, (_, index) => day(index + 1, 4, index === 13 ? 4 : 0));
  const { values } = prepareTrendPoint(prepareTrend(thin), 13);
  expect(values.map(({ name, value }) => [name, value])).toEqual([
    ["Positive, 7 days", "87.5%"],
    ["This day alone", "50.0%"],
    ["Interactions", "1,000"],
  ]);
});

it("says nothing past its last day", () =>
  expect(prepareTrendPoint(prepareTrend([]), 0)).toEqual({ title: "", values: [], markers: [], href: null }));
