import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { prepareTrend, type TrendInput } from "./prepare-trend.ts";

/** Consecutive days from 1 November with so many thumbs up and down, ten answers a rating. */
const days = (...ratings: [number, number][]): TrendInput[] =>
  ratings.map(([thumbsUp, thumbsDown], index) => ({
    day: `2026-11-${String(index + 1).padStart(2, "0")}`,
    thumbsUp,
    thumbsDown,
    positive: rate(thumbsUp, thumbsUp + thumbsDown),
    rated: thumbsUp + thumbsDown,
    interactions: (thumbsUp + thumbsDown) * 10,
  }));

describe("prepareTrend", () => {
  it("leaves a gap where nobody rated, in line and band", () => {
    const { points } = prepareTrend(days([8, 2], [0, 0], [5, 5]));
    expect(points.map(({ value }) => value)).toEqual([0.8, null, 0.5]);
    expect(points.map(({ band }) => band === null)).toEqual([false, true, false]);
    expect(points[1]?.n).toBe(0);
  });

  it("gives a dot and a whisker to a day between two gaps, and to no other", () => {
    const { points } = prepareTrend(days([8, 2], [0, 0], [5, 5], [6, 4]));
    expect(points.map(({ dot }) => dot)).toEqual([0.8, null, null, null]);
    expect(points[0]?.whisker?.[0]).toBeCloseTo(0.8 - 0.4902, 3);
  });

  it("parts the interactions into rated and unrated", () =>
    expect(prepareTrend(days([8, 2])).points[0]).toMatchObject({
      interactions: 100,
      rated: 10,
      unrated: 90,
    }));

  it.each([
    ["nothing", days([0, 0]), [0, 1], [0, 0.25, 0.5, 0.75, 1]],
    ["tight intervals, 40 points high", days([700, 300]), [0.5, 0.9], [0.5, 0.6, 0.7, 0.8, 0.9]],
    ["a floor that cannot be undercut", days([2, 998]), [0, 0.4], [0, 0.1, 0.2, 0.3, 0.4]],
    ["wide intervals", days([1, 0], [0, 1]), [0, 1], [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])("scales to %s", (_, input, domain, ticks) => {
    const view = prepareTrend(input);
    expect(view.rateDomain).toEqual(domain);
    expect(view.rateTicks).toEqual(ticks);
  });

  it.each([
    [
      "everything that the chart shows",
      days([8, 2], [0, 0], [5, 5]),
      "Positive rate by day, 1 Nov 2026 to 3 Nov 2026. All days together: 65.0% of 20 ratings, 95 % interval 43.3–81.9%. Highest 80.0% on 1 Nov, lowest 50.0% on 3 Nov. 1 day without a rating.",
    ],
    [
      "that there are too few",
      days([1, 0]),
      "Positive rate by day, 1 Nov 2026 to 1 Nov 2026. All days together: Too few ratings to say: n = 1.",
    ],
    ["that there is nothing", [], "No days to show."],
  ])("says %s", (_, input, summary) => expect(prepareTrend(input).summary).toBe(summary));
});

describe("pooling of thin days", () => {
  const thin = days(
    ...Array.from({ length: 20 }, (_, index): [number, number] => (index < 10 ? [4, 0] : [0, 4])),
  );

  it("draws the seven days up to each day, and each day's own rate beside it", () => {
    const { pooledDays, points } = prepareTrend(thin);
    expect(pooledDays).toBe(7);
    expect(points[9]).toMatchObject({ value: 1, n: 28, ownValue: 1, ownN: 4 });
    expect(points[10]).toMatchObject({ n: 28, ownValue: 0, ownN: 4 });
    expect(points[10]?.value).toBeCloseTo(24 / 28, 10);
  });

  it("draws no value where fewer than seven days are known", () => {
    const { points } = prepareTrend(thin);
    expect(points[5]).toMatchObject({ value: null, n: 0, ownN: 4 });
    expect(points[6]).toMatchObject({ n: 28 });
  });

  it("takes the days before the window for its first values", () => {
    const { points } = prepareTrend(thin.slice(3), thin.slice(0, 3));
    expect(points[2]).toMatchObject({ day: "2026-11-06", value: null, n: 0 });
    expect(points[3]).toMatchObject({ day: "2026-11-07", value: 1, n: 28 });
    expect(prepareTrend(thin.slice(6), thin.slice(0, 6)).points[0]).toMatchObject({ value: 1, n: 28 });
  });

  it("takes no day before the window where days stand alone", () => {
    const full = days(...Array.from({ length: 20 }, (): [number, number] => [20, 10]));
    expect(prepareTrend(full.slice(6), full.slice(0, 6)).points[0]).toMatchObject({ n: 30 });
  });

  it.each([
    ["days with enough ratings", days(...Array.from({ length: 20 }, (): [number, number] => [20, 10]))],
    ["a short window", thin.slice(0, 13)],
    ["a window without ratings", days(...Array.from({ length: 20 }, (): [number, number] => [0, 0]))],
  ])("leaves %s as they are", (_, input) => {
    const { pooledDays, points } = prepareTrend(input);
    expect(pooledDays).toBe(1);
    expect(points.every(({ ownValue }) => ownValue === null)).toBe(true);
  });

  it("has a gap where a whole week is empty", () => {
    const gap = days(
      [5, 5],
      ...Array.from({ length: 8 }, (): [number, number] => [0, 0]),
      ...thin.map((): [number, number] => [2, 2]),
    );
    expect(
      prepareTrend(gap)
        .points.map(({ value }) => value === null)
        .indexOf(true, 6),
    ).toBe(7);
  });
});
