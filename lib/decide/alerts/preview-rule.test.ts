import { describe, expect, it } from "vitest";
import type { HourSums } from "#lib/domain/alert.ts";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { previewRule } from "./index.ts";

/** A Monday. */
const START = Date.parse("2026-10-05T00:00:00Z");
const at = (hour: number) => new Date(START + hour * 3_600_000);

const preview = (
  rule: Omit<SentAlertRule, "name">,
  days: number,
  sums: (hour: number) => [part: number, whole: number],
  { from = 28, tz = "UTC" } = {},
) => {
  const hours = Array.from({ length: days * 24 }, (_, hour): HourSums => {
    const [part, whole] = sums(hour);
    return { at: at(hour), part, whole };
  });
  return previewRule(alertRuleSchema.parse({ name: "r", ...rule }), { hours, tz, share: 1 }, at(from * 24));
};

/** Whole hours from the start. */
const hourOf = (date: Date | null | undefined) => (date ? (date.getTime() - START) / 3_600_000 : null);

describe("a fall of the positive rate", () => {
  const rule = { metric: "positive_rate", condition: { type: "change", by: 0.1 } } as const;

  it("would have fired within two days, and been resolved after it was over", () => {
    const fell = [31 * 24, 36 * 24] as const;
    const { episodes, told, looks } = preview(rule, 58, (hour) => [
      hour >= fell[0] && hour < fell[1] ? 7 : 8,
      10,
    ]);
    expect(looks).toBe(30 * 24);
    expect(episodes).toHaveLength(1);
    const [episode] = episodes;
    expect(hourOf(episode?.from)).toBeGreaterThan(fell[0]);
    expect(hourOf(episode?.from)).toBeLessThanOrEqual(fell[0] + 48);
    expect(hourOf(episode?.until)).toBeGreaterThan(fell[1]);
    expect(hourOf(episode?.until)).toBeLessThanOrEqual(fell[1] + 25);
    expect(told.map(({ kind }) => kind)).toEqual([
      "firing",
      ...told.slice(1, -1).map(() => "still_firing"),
      "resolved",
    ]);
  });

  it("would not have fired for weekends that are always worse, nor for quiet Sundays", () => {
    const { episodes } = preview(rule, 58, (hour) => {
      const weekday = Math.floor(hour / 24) % 7;
      return weekday === 6 ? [0.6, 1] : weekday === 5 ? [3, 5] : [8, 10];
    });
    expect(episodes).toEqual([]);
  });

  it("says how often there was too little to judge", () => {
    expect(preview(rule, 30, () => [0, 0])).toMatchObject({ episodes: [], looks: 48, withoutData: 48 });
  });
});

it("a threshold fires for the hours that were over it, not again in between", () => {
  const rule = {
    metric: "latency_mean",
    condition: { type: "threshold", op: "above", value: 900, recover: 700 },
    ...{ window_minutes: 60, minimum: 5, resolve_minutes: 0, renotify_minutes: null },
  } as const;
  const latencies = [500, 950, 800, 950, 600, 500];
  const { episodes, told } = preview(rule, 2, (hour) => [(latencies[hour] ?? 500) * 10, 10], { from: 0 });
  expect(episodes.map(({ from, until }) => [hourOf(from), hourOf(until)])).toEqual([[2, 5]]);
  expect(told).toHaveLength(2);
});

it("silence fires where answers stop, not in nights without any", () => {
  const rule = {
    metric: "answers",
    condition: { type: "silence" },
    window_minutes: 360,
    minimum: 0,
  } as const;
  const stopped = 30 * 24 + 12;
  const { episodes } = preview(rule, 32, (hour) => [
    hour >= stopped || hour % 24 < 8 || hour % 24 > 18 ? 0 : 20,
    0,
  ]);
  expect(episodes.map(({ from, until }) => [hourOf(from), hourOf(until)])).toEqual([[stopped + 6, null]]);
});

it("a budget of a month fires once, at its share, and begins anew with the local month", () => {
  const rule = {
    metric: "cost",
    condition: { type: "budget", usd: 100, per: "month", at: 0.5 },
    minimum: 0,
  } as const;
  // A dollar an hour from October 5th; November begins at hour 27 · 24, in New York four hours later.
  const { episodes } = preview(rule, 30, () => [1, 1], { from: 0, tz: "America/New_York" });
  const begins = 27 * 24 + 4;
  expect(episodes.map(({ from, until }) => [hourOf(from), hourOf(until)])).toEqual([
    [50, begins + 2],
    [begins + 50, null],
  ]);
});
