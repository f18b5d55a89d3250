import { describe, expect, it } from "vitest";
import { toCsv } from "../export/csv.ts";
import type { SeriesData } from "./series-data.ts";
import { seriesSummary } from "./series-summary.ts";
import { seriesTable } from "./series-table.ts";

const data: SeriesData = {
  points: ["2026-11-01", "2026-11-02"],
  unit: "day",
  tz: "UTC",
  format: "percent",
  series: [
    { name: "rate", values: [0.5, null], band: [[0.4, 0.6], null], n: [10, 0] },
    {
      name: "band",
      values: [null, null],
      band: [
        [0.1, 0.2],
        [0.3, 0.4],
      ],
    },
    { name: "plain", values: [0.25, 0.75] },
  ],
};

describe("seriesTable", () => {
  it("has a row a point, newest first, with intervals and n where lines have them", () =>
    expect(toCsv(seriesTable(data)).split("\r\n")).toEqual([
      '\uFEFFDay,rate,"rate, low","rate, high","rate, n","band, low","band, high",plain',
      "2026-11-02,,,,0,0.3,0.4,0.75",
      "2026-11-01,0.5,0.4,0.6,10,0.1,0.2,0.25",
      "",
    ]));

  it("keeps the order of words, under a head of their own", () => {
    const table = seriesTable({ ...data, unit: "label", points: ["1:1", "5:1"] }, "Ratio");
    expect(table.columns[0]?.head).toBe("Ratio");
    expect(table.rows.map(([first]) => first)).toEqual([
      { text: "1:1", value: "1:1" },
      { text: "5:1", value: "5:1" },
    ]);
  });
});

describe("seriesSummary", () => {
  it("says of each line its newest, highest and lowest value, its n and its gaps", () =>
    expect(seriesSummary("Rate by day", data)).toBe(
      "Rate by day, 1 Nov 2026 to 2 Nov 2026. rate: latest 50.0% on 1 Nov 2026, n = 10 in total, 1 gap. band: latest 30.0–40.0%. plain: latest 75.0% on 2 Nov 2026, highest 75.0% on 2 Nov 2026, lowest 25.0% on 1 Nov 2026.",
    ));

  it.each<[string, Partial<SeriesData>, string]>([
    ["no points", { points: [], series: [] }, "Rate: no data."],
    [
      "no values",
      { series: [{ name: "a", values: [null, null] }] },
      "Rate, 1 Nov 2026 to 2 Nov 2026. a: no data.",
    ],
    [
      "one hour in the reader's zone",
      {
        points: ["2026-11-01T18:15:00Z"],
        unit: "hour",
        tz: "Asia/Kathmandu",
        series: [{ name: "a", values: [1] }],
      },
      "Rate, 2 Nov 2026, 00:00. a: latest 100.0% on 2 Nov 2026, 00:00.",
    ],
  ])("says %s", (_, part, words) => expect(seriesSummary("Rate", { ...data, ...part })).toBe(words));
});
