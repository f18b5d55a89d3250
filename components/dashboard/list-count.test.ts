import { expect, it } from "vitest";
import { listCountWords } from "./list-count.ts";

it.each([
  [{ shown: 3, all: { atLeast: 3, complete: true }, first: true }, "3 interactions"],
  [{ shown: 1, all: { atLeast: 1, complete: true }, first: true }, "1 interaction"],
  [
    { shown: 50, all: { atLeast: 1_234, complete: true }, first: true },
    "The newest 50 of 1,234 interactions",
  ],
  [
    { shown: 50, all: { atLeast: 312, complete: false }, first: true },
    "The newest 50 of at least 312 interactions",
  ],
  [{ shown: 50, all: null, first: true }, "The newest 50 interactions of many"],
  [{ shown: 50, all: null, first: false }, "50 older interactions"],
])("%j is %j", (count, words) => {
  expect(listCountWords(count)).toBe(words);
});
