import { expect, it } from "vitest";
import { type CategoryCounts, categoryLifts } from "./index.ts";

const counts = (down: number, named: Record<string, number>): CategoryCounts => ({ down, named });

it.each<[string, CategoryCounts, CategoryCounts, string[]]>([
  ["a category that is more frequent", counts(100, { wrong: 60 }), counts(200, { wrong: 40 }), ["wrong"]],
  ["not one that is as frequent", counts(100, { wrong: 21 }), counts(200, { wrong: 40 }), []],
  ["not one that is rarer", counts(100, { wrong: 5 }), counts(200, { wrong: 40 }), []],
  ["not by chance", counts(5, { wrong: 2 }), counts(200, { wrong: 40 }), []],
  ["one that others never have", counts(100, { wrong: 20 }), counts(200, {}), ["wrong"]],
  [
    "the most frequent first",
    counts(100, { long: 30, wrong: 60 }),
    counts(200, { long: 10, wrong: 40 }),
    ["wrong", "long"],
  ],
  ["none without others", counts(100, { wrong: 60 }), counts(0, {}), []],
  ["none without thumbs down", counts(0, {}), counts(200, { wrong: 40 }), []],
])("%s", (_, own, others, expected) =>
  expect(categoryLifts(own, others).map(({ category }) => category)).toEqual(expected),
);

it("has its shares, their ratio and an interval", () => {
  const [wrong] = categoryLifts(counts(100, { wrong: 60 }), counts(200, { wrong: 40 }));
  expect(wrong).toMatchObject({ share: 0.6, others: 0.2, count: 60 });
  // Without the added halves: 3, from 2.17 to 4.14.
  expect(wrong?.lift).toBeCloseTo(2.98, 2);
  expect(wrong?.low).toBeCloseTo(2.17, 1);
  expect(wrong?.high).toBeCloseTo(4.1, 1);
});
