import { expect, it } from "vitest";
import { formatRange, formatTick, formatValue } from "./format-value.ts";
import type { ValueFormat } from "./series/series-data.ts";

it.each<[number | null | undefined, ValueFormat, string]>([
  [null, "percent", "–"],
  [undefined, "count", "–"],
  [0, "percent", "0.0%"],
  [0.6966, "percent", "69.7%"],
  [12_345, "count", "12,345"],
  [1_240, "duration", "1.2 s"],
  [0.00123, "usd", "$0.00123"],
  [4.256, "decimal", "4.26"],
  [1_234.6, "tokens", "1,235"],
  [-0.032, "points", "−3.2"],
  [0.21, "signed", "+0.21"],
])("says %j as %s: %s", (value, format, words) => expect(formatValue(value, format)).toBe(words));

it.each<[[number, number], ValueFormat, string]>([
  [[0.67, 0.722], "percent", "67.0–72.2%"],
  [[1, 2_000], "count", "1–2,000"],
  [[900, 1_200], "duration", "900 ms–1.2 s"],
  [[-0.01, 0.074], "points", "−1.0 to +7.4"],
])("says %j as %s: %s", (range, format, words) => expect(formatRange(range, format)).toBe(words));

it.each<[number, ValueFormat, string]>([
  [0.5, "percent", "50%"],
  [0.025, "percent", "2.5%"],
  [0, "duration", "0"],
  [4_000, "duration", "4 s"],
  [1_500, "duration", "1.5 s"],
  [0, "usd", "$0"],
  [5, "usd", "$5"],
  [0.002, "usd", "$0.002"],
  [4.5, "decimal", "4.5"],
  [15_000, "tokens", "15K"],
  [-0.05, "points", "−5"],
  [0.025, "points", "+2.5"],
])("says %j at an axis as %s: %s", (value, format, words) => expect(formatTick(value, format)).toBe(words));
