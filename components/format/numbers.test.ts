import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import {
  formatCategory,
  formatCost,
  formatCountOf,
  formatDateRange,
  formatDay,
  formatDuration,
  formatInterval,
  formatMoment,
  rateSentence,
  stripMarkdown,
} from "./numbers.ts";

describe("words for numbers", () => {
  it.each([
    [null, "–"],
    [0, "0 ms"],
    [839.6, "840 ms"],
    [1_240, "1.2 s"],
    [59_960, "1 min 0 s"],
    [5_400_000, "1 h 30 min"],
    [125_000, "2 min 5 s"],
  ])("%s milliseconds are %s", (ms, words) => expect(formatDuration(ms)).toBe(words));

  it.each([
    [0, "$0.00"],
    [0.00042, "$0.00042"],
    [12.3456, "$12.35"],
  ])("%s dollars are %s", (usd, words) => expect(formatCost(usd)).toBe(words));

  it.each([
    [1, "1 rating"],
    [0, "0 ratings"],
    [1234, "1,234 ratings"],
  ])("counts %i as %s", (count, words) => expect(formatCountOf(count, "rating")).toBe(words));

  it("says the interval with one sign", () => expect(formatInterval(0.6703, 0.7216)).toBe("67.0–72.2%"));

  it.each([
    [
      "a rate with its n and interval",
      rate(854, 1226),
      "69.7% of 1,226 ratings, 95% confidence interval 67.0–72.2%.",
    ],
    ["that there are too few", rate(3, 4), "Not enough ratings (n = 4)."],
    ["that there are none", rate(0, 0), "No ratings."],
  ])("says %s", (_, value, words) => expect(rateSentence(value, "ratings")).toBe(words));
});

describe("words for times", () => {
  it("shows a moment in the reader's zone", () =>
    expect(formatMoment(new Date("2026-11-21T23:30:00Z"), "Europe/Berlin")).toBe("22 Nov 2026, 00:30"));

  it.each([
    ["2026-11-03", false, "3 Nov"],
    ["2026-11-03", true, "3 Nov 2026"],
  ])("shows the day %s (year: %s) as %s", (day, year, words) => expect(formatDay(day, year)).toBe(words));
});

describe("spanWords", () => {
  it.each([
    ["2026-01-01", "2026-01-31", "1–31 Jan 2026"],
    ["2026-01-01", "2026-02-03", "1 Jan – 3 Feb 2026"],
    ["2026-01-01", "2026-01-01", "1 Jan 2026"],
    ["2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026"],
  ])("says %s to %s as %s", (from, to, words) => expect(formatDateRange(from, to)).toBe(words));
});

describe("plainWords", () => {
  it("takes marks away and leaves the words", () =>
    expect(stripMarkdown("# Title\n**Bold** and `code`, 2 * 3 # 4")).toBe("Title\nBold and code, 2 * 3 # 4"));
});

describe("categoryWords", () => {
  it.each([
    ["too_long", "Too long"],
    ["off-topic", "Off topic"],
    ["___", "___"],
  ])("reads %s as %s", (category, words) => expect(formatCategory(category)).toBe(words));
});
