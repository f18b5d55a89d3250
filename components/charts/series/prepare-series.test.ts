import { describe, expect, it } from "vitest";
import { prepareSeries } from "./prepare-series.ts";
import type { Series, SeriesData } from "./series-data.ts";

const chart = (...series: Series[]): SeriesData => ({
  points: ["2026-11-01", "2026-11-02", "2026-11-03"],
  unit: "day",
  tz: "UTC",
  format: "percent",
  series,
});

describe("prepareSeries", () => {
  it.each<[string, (number | null)[], (number | null)[]]>([
    ["a value between two gaps", [null, 0.5, null], [null, 0.5, null]],
    ["values at both ends", [0.5, null, 0.6], [0.5, null, 0.6]],
    ["none of two beside each other", [0.5, 0.6, null], [null, null, null]],
    ["none of nothing", [null, null, null], [null, null, null]],
  ])("makes dots of %s", (_, values, dots) =>
    expect(prepareSeries(chart({ name: "a", values })).lines[0]?.dots).toEqual(dots),
  );

  it("gives a dot its interval as a whisker, and a line none", () => {
    const band: [number, number][] = [
      [0.25, 0.75],
      [0, 0],
      [0.5, 1],
    ];
    const [line] = prepareSeries(chart({ name: "a", values: [0.5, null, null], band })).lines;
    expect(line?.whiskers).toEqual([[0.25, 0.25], null, null]);
  });

  it("leaves hidden lines out, and their values out of the scale, but keeps the looks of the others", () => {
    const data = chart({ name: "a", values: [0.1, 0.1, 0.1] }, { name: "b", values: [0.8, 0.8, 0.8] });
    expect(prepareSeries(data).scale.domain).toEqual([0, 0.8]);
    const { lines, scale } = prepareSeries(data, new Set(["a"]));
    expect(lines.map(({ name, index }) => [name, index])).toEqual([["b", 1]]);
    expect(scale.domain[0]).toBeGreaterThan(0.4);
  });

  it("makes room for intervals", () =>
    expect(
      prepareSeries(chart({ name: "a", values: [0.5, 0.5, 0.5], band: [[0.05, 0.95], null, null] })).scale
        .domain,
    ).toEqual([0, 1]));
});
