import { expect, it } from "vitest";
import type { ValueFormat } from "./series-data.ts";
import { valueScale } from "./value-scale.ts";

it.each<[string, number[], ValueFormat, boolean, number[]]>([
  ["shares with nothing to show", [], "percent", false, [0, 0.25, 0.5, 0.75, 1]],
  ["tight shares, 40 points high", [0.7, 0.72], "percent", false, [0.6, 0.7, 0.8, 0.9, 1]],
  ["shares near the top", [0.98, 1], "percent", false, [0.6, 0.7, 0.8, 0.9, 1]],
  ["shares near the bottom", [0, 0.01], "percent", false, [0, 0.1, 0.2, 0.3, 0.4]],
  ["shares from zero", [0.02, 0.04], "percent", true, [0, 0.01, 0.02, 0.03, 0.04]],
  ["counts in whole steps", [1, 2], "count", true, [0, 1, 2]],
  ["one count of nothing", [0], "count", true, [0, 1]],
  ["large counts", [0, 12_345], "count", true, [0, 5_000, 10_000, 15_000]],
  ["milliseconds from zero", [900, 3_600], "duration", true, [0, 1_000, 2_000, 3_000, 4_000]],
  ["one value alone, with room around it", [100], "duration", false, [90, 95, 100, 105, 110]],
  [
    "small dollars without what floating point leaves",
    [0.001, 0.0029],
    "usd",
    true,
    [0, 0.001, 0.002, 0.003],
  ],
  ["stars around their values", [3.9, 4.4], "decimal", false, [3.8, 4, 4.2, 4.4]],
])("is, for %s, in round steps", (_, values, format, zeroBased, ticks) => {
  const scale = valueScale(values, format, zeroBased);
  expect(scale.ticks).toEqual(ticks);
  expect(scale.domain).toEqual([ticks[0], ticks.at(-1)]);
});
