import { describe, expect, it } from "vitest";
import type { HourSums } from "#lib/domain/alert.ts";
import { alertRuleSchema, type SentAlertRule } from "#lib/domain/alert-rule.ts";
import { lookAt, lookMinutes, lookNeeds, lookNow } from "./index.ts";

/** A Tuesday. */
const NOW = new Date("2026-12-01T12:34:56Z");

const [HOUR_MS, DAYS] = [3_600_000, 42];

const rule = (sent: Partial<SentAlertRule>) =>
  alertRuleSchema.parse({
    name: "r",
    metric: "positive_rate",
    condition: { type: "change", by: 0.1 },
    ...sent,
  });

const change = rule({});
const threshold = {
  metric: "latency_mean",
  condition: { type: "threshold", op: "above", value: 900 },
} as const;
const silence = { metric: "answers", condition: { type: "silence" } } as const;
const budget = rule({ metric: "cost", condition: { type: "budget", usd: 10, per: "day" } });

it.each([
  ["a change", change, 60, "12:00"],
  ["a budget", budget, 5, "12:30"],
  ["five minutes", rule({ ...threshold, window_minutes: 5 }), 1, "12:34"],
  ["six hours", rule({ ...silence, window_minutes: 360 }), 6, "12:30"],
  ["a week", rule({ ...threshold, window_minutes: 10_080 }), 60, "12:00"],
])("%s is looked at at fixed moments", (_, given, minutes, at) => {
  expect(lookMinutes(given)).toBe(minutes);
  expect(lookAt(given, NOW).toISOString().slice(11, 16)).toBe(at);
});

it("leaves out the newest answers where their ratings are to come", () => {
  const at = new Date("2026-12-01T12:00:00Z");
  expect(lookNeeds(rule({ metric: "response_rate" }), at).hours?.until).toEqual(
    new Date("2026-12-01T06:00:00Z"),
  );
  expect(lookNeeds(change, at).hours?.until).toEqual(at);
});

/** Six weeks of hours up to now. */
const hours = (sums: (hour: number) => [part: number, whole: number]): HourSums[] =>
  Array.from({ length: DAYS * 24 }, (_, index) => {
    const [part, whole] = sums(index - DAYS * 24);
    return {
      at: new Date(Math.floor(NOW.getTime() / HOUR_MS) * HOUR_MS + (index - DAYS * 24) * HOUR_MS),
      part,
      whole,
    };
  });

const numbers = {
  ...{ tz: "UTC", share: 1, hours: [], window: { part: 0, whole: 0, p95: null } },
  ...{ firingSince: null, resolvedAt: null },
};

describe("a change", () => {
  const fell = hours((hour) => (hour >= -12 ? [5, 10] : [8, 10]));

  it("is bad where the share fell, in the metric's own terms", () => {
    const { outcome, value, against } = lookNow(change, { ...numbers, hours: fell });
    expect(outcome).toBe("bad");
    expect(value).toBeCloseTo((12 * 5 + 12 * 8) / 240, 5);
    expect(against).toBeCloseTo(0.8, 1);
  });

  it("is not for what came before the last alert was resolved, and still knows what is usual", () => {
    const { outcome, against } = lookNow(change, { ...numbers, hours: fell, resolvedAt: NOW });
    expect(outcome).toBe("good");
    expect(against).toBeCloseTo(0.8, 1);
  });

  it("takes more where the ratings of one person are alike", () => {
    const few = hours((hour) => (hour >= -8 ? [6, 10] : [8, 10]));
    expect(lookNow(change, { ...numbers, hours: few }).outcome).toBe("bad");
    expect(lookNow(change, { ...numbers, hours: few, dispersion: 20 }).outcome).toBe("good");
  });

  it("has no data without history", () => {
    expect(lookNow(change, numbers)).toMatchObject({ outcome: "no_data", value: null });
  });
});

it("silence of a short window is held against its part of the hour", () => {
  const short = rule({ ...silence, window_minutes: 15 });
  const seen = (part: number) =>
    lookNow(short, { ...numbers, hours: hours(() => [400, 400]), window: { ...numbers.window, part } });
  expect(seen(0)).toMatchObject({ outcome: "bad", value: 0, against: 100 });
  expect(seen(1)).toMatchObject({ outcome: "good" });
});

it("an amount needs no minimum, and a percentile is what was read", () => {
  const answers = rule({ metric: "answers", condition: { type: "threshold", op: "below", value: 10 } });
  const window = { part: 3, whole: 3, p95: null };
  expect(lookNow(answers, { ...numbers, window })).toMatchObject({ outcome: "bad", value: 3 });
  const p95 = rule({ ...threshold, metric: "latency_p95", minimum: 1 });
  expect(lookNow(p95, { ...numbers, window: { part: 100, whole: 2, p95: 950 } })).toMatchObject({
    ...{ outcome: "bad", value: 950, against: 900 },
  });
});

it("a budget counts what was spent since midnight", () => {
  const spent = hours((hour) => (hour >= -12 ? [1, 1] : [100, 1]));
  expect(lookNow(budget, { ...numbers, hours: spent })).toMatchObject({
    outcome: "bad",
    value: 12,
    against: 10,
  });
});
