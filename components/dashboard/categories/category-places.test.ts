import { describe, expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
import { byModel, byPromptVersion, prepareCategoryPlaces } from "./category-places.ts";

const row = (category: string, models: [string, number, number][]): CategoryRow => ({
  category,
  count: 0,
  downCount: 0,
  share: rate(0, 0),
  models: models.map(([modelName, downCount, downs]) => ({
    modelName,
    count: downCount,
    downCount,
    share: rate(downCount, downs),
  })),
  promptVersions: [
    { promptTemplate: "reply", promptVersion: "v2", count: 1, downCount: 1, share: rate(1, 20) },
    { promptTemplate: null, promptVersion: "v9", count: 1, downCount: 1, share: rate(1, 2) },
  ],
});

const rows = [
  row("too_long", [
    ["small", 3, 30],
    ["large", 20, 50],
    ["rare", 2, 4],
  ]),
  row("inaccurate", [["small", 15, 30]]),
];

const view = (of = byModel) =>
  prepareCategoryPlaces(rows, "Model", of, (category, asked, rating, count) => ({
    href: `/?category=${category}&${new URLSearchParams(asked)}`,
    count,
    unit: rating ? "thumbs down" : "ratings",
  }));

describe("prepareCategoryPlaces", () => {
  it("sets categories against the places with most thumbs-down", () => {
    const { columns, rows: shown } = view();
    expect(shown.map(({ label }) => label)).toEqual(["Too long", "Inaccurate"]);
    expect(columns.map(({ label, detail }) => [label, detail])).toEqual([
      ["large", "n = 50"],
      ["small", "n = 30"],
    ]);
  });

  it.each([
    ["the share of the place's thumbs-down", "too_long", "large", 0.4],
    ["zero where nobody named it there", "inaccurate", "large", 0],
    ["nothing where the place has too few", "too_long", "rare", null],
    ["nothing of a place that is none", "too_long", "unknown", null],
  ])("says %s", (_, category, place, share) => expect(view().shareOf(category, place)).toBe(share));

  it("leads each to what it counts, of its row and its column", () => {
    const few = { href: "/?category=too_long&model=small", count: 3, unit: "thumbs down" };
    expect(view().figureOf("too_long", "small")).toEqual(few);
    expect(view().figureOf("inaccurate", "large")).toBeUndefined();
    expect(view().table.rows[0]?.[2]).toMatchObject({ value: 3, figure: few });
  });

  it("tells a version without a template from the same of every template", () => {
    const hrefOf = (place: string) => view(byPromptVersion).figureOf("too_long", place)?.href;
    expect(hrefOf('["reply","v2"]')).toBe("/?category=too_long&prompt_template=reply&prompt_version=v2");
    expect(hrefOf('[null,"v9"]')).toBe("/?category=too_long&prompt_version=v9&none=prompt_template");
  });

  it("says where the share is largest", () =>
    expect(view().summary).toBe(
      "Categories of 3 models. Largest share: Inaccurate in 50.0% of the 30 thumbs down of small.",
    ));
});
