import { expect, it } from "vitest";
import { compareMix, type MixCell } from "./mix.ts";

const pair = { current: "a", candidate: "b" };

const cell = (model: string, value: string, answers: number, more: Partial<MixCell> = {}): MixCell => ({
  ...{ dimension: "language", model, value, answers, ratings: 50 },
  positive: { n: 50, sum: 25, sumSquares: 25 },
  ...more,
});

const compare = (cells: readonly MixCell[], least = 10) => compareMix(cells, pair, least)[0];

it.each([
  ["alike", [cell("a", "en", 500), cell("a", "de", 500), cell("b", "en", 50), cell("b", "de", 50)], 0, false],
  ["all different", [cell("a", "en", 500), cell("b", "de", 500)], 1, true],
  [
    "a third moved",
    [cell("a", "en", 600), cell("a", "de", 300), cell("b", "en", 300), cell("b", "de", 600)],
    1 / 3,
    true,
  ],
  [
    "few answers, that differ by chance",
    [cell("a", "en", 3), cell("a", "de", 2), cell("b", "en", 2), cell("b", "de", 3)],
    0.2,
    false,
  ],
])("measures a mix that is %s", (_, cells, distance, differs) => {
  const found = compare(cells);
  expect(found?.distance).toBeCloseTo(distance, 12);
  expect(found?.differs).toBe(differs);
});

it("names the value that differs most, if it has enough ratings and is one", () => {
  const cells = [
    cell("a", "", 500),
    cell("a", "en", 500),
    cell("b", "en", 700),
    cell("b", "de", 300),
    cell("a", "fr", 0, { ratings: 3 }),
    cell("b", "fr", 900, { ratings: 3 }),
  ];
  expect(compare(cells)?.most?.value).toBe("de");
  expect(compare(cells, 1)?.most?.value).toBe("fr");
  expect(compare(cells, 1_000)?.most).toBe(null);
});

it("has the rates in the same mix, and each dimension by itself", () => {
  const found = compareMix(
    [cell("a", "en", 10), cell("b", "en", 10), cell("a", "1", 10, { dimension: "weekday" })],
    pair,
    10,
  );
  expect(found.map(({ dimension, sameMix }) => [dimension, sameMix?.difference.value ?? null])).toEqual([
    ["language", 0],
    ["weekday", null],
  ]);
});

it("says nothing of a dimension without values, and names no value that does not differ", () => {
  const cells = [cell("a", "", 10, { dimension: "tenant" }), cell("a", "en", 10), cell("b", "en", 10)];
  expect(compareMix(cells, pair, 10)).toMatchObject([{ dimension: "language", most: null }]);
});
