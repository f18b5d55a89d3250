import { describe, expect, it } from "vitest";
import { markerGroups, placedMarkers } from "./prepare-markers.ts";
import type { Marker, SeriesData } from "./series-data.ts";

const chart = (unit: SeriesData["unit"], points: string[], ...ats: string[]): SeriesData => ({
  points,
  unit,
  tz: "UTC",
  format: "percent",
  series: [],
  markers: ats.map((at): Marker => ({ at, label: "v2", kind: "prompt" })),
});
const days = ["2026-11-01", "2026-11-02", "2026-11-03"];
const hours = ["2026-11-01T00:00:00.000Z", "2026-11-01T01:00:00.000Z"];

describe("placedMarkers", () => {
  it.each<[string, SeriesData, number[]]>([
    ["a day on its point", chart("day", days, "2026-11-02"), [1]],
    ["a moment on the day of its date", chart("day", days, "2026-11-03T23:59:00Z"), [2]],
    ["nothing before the window", chart("day", days, "2026-10-31"), []],
    ["nothing after the window", chart("day", days, "2026-11-04"), []],
    ["several in the order of time", chart("day", days, "2026-11-03", "2026-11-01"), [0, 2]],
    ["a moment within its hour", chart("hour", hours, "2026-11-01T00:59:59Z"), [0]],
    ["a moment within the last hour", chart("hour", hours, "2026-11-01T01:59:59Z"), [1]],
    ["nothing after the last hour", chart("hour", hours, "2026-11-01T02:00:00Z"), []],
    ["nothing where there are no points", chart("day", [], "2026-11-01"), []],
  ])("puts %s", (_, data, places) => expect(placedMarkers(data).map(({ place }) => place)).toEqual(places));

  it.each<[Marker["kind"], string, string, string]>([
    ["prompt", "reply v2", "Prompt reply v2", "First seen: Prompt reply v2"],
    ["model", "m-large", "Model m-large", "First seen: Model m-large"],
    ["label", "reply production → v3", "Label reply production → v3", "Moved: Label reply production → v3"],
  ])("says of a %s what happened", (kind, label, words, sentence) => {
    const data = { ...chart("day", days), markers: [{ at: "2026-11-01", label, kind }] };
    expect(placedMarkers(data)).toEqual([{ place: 0, words, sentence }]);
  });
});

describe("markerGroups", () => {
  const at = (...places: number[]) => places.map((place) => ({ place, words: `Model ${place}` }));

  it.each([
    ["markers that are far apart", at(1, 9), [["Model 1"], ["Model 9"]].map(String)],
    ["close ones as one", at(1, 2, 9), ["2 changes", "Model 9"]],
    ["a chain by its first, so that it ends", at(1, 4, 7, 10), ["2 changes", "2 changes"]],
    ["nothing", at(), []],
  ])("names %s", (_, markers, words) =>
    expect(markerGroups(markers, 5).map((group) => group.words)).toEqual(words),
  );

  it("keeps the places and the names of all", () =>
    expect(markerGroups(at(1, 2, 2), 5)).toEqual([
      { places: [1, 2], words: "3 changes", all: "Model 1, Model 2, Model 2" },
    ]));
});
