import { expect, it } from "vitest";
import { addParts, partsOf, partsOfRest } from "./rate-parts.ts";

const counts = {
  ...{ interactions: 10, rated: 4, thumbsUp: 3, thumbsDown: 1, stars: [1, 0, 0, 0, 2] },
  ...{ measured: 2, editDistance: 7, editKept: 1.5, priced: 5, costUsd: 0.1, sized: 8, tokens: 800 },
};

it.each([
  ["positiveRate", [3, 4]],
  ["responseRate", [4, 10]],
  ["starMean", [11, 3]],
  ["editDistance", [7, 2]],
  ["editKept", [1.5, 2]],
  ["cost", [0.1, 5]],
  ["tokens", [800, 8]],
] as const)("%s is of", (name, parts) => expect(partsOf[name](counts)).toEqual(parts));

it("adds up parts", () => {
  expect(addParts([])).toEqual([0, 0]);
  expect(
    addParts([
      [1, 2],
      [80, 90],
    ]),
  ).toEqual([81, 92]);
});

it("tells the parts of the rest", () => {
  const own = { ...counts, thumbsUp: 1, thumbsDown: 1 };
  expect(partsOfRest(counts, own, partsOf.positiveRate)).toEqual([2, 2]);
  expect(partsOfRest(counts, counts, partsOf.positiveRate)).toEqual([0, 0]);
});
