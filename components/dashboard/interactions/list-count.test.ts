import { expect, it } from "vitest";
import { formatListCount } from "./list-count.ts";

const all = (interactions: number, ratings: number | null, complete = true) => ({
  all: { interactions, ratings, complete },
});

it.each([
  [{ shown: 3, ...all(3, null), unit: "interactions", first: true }, "3 interactions"],
  [{ shown: 1, ...all(1, null), unit: "interactions", first: true }, "1 interaction"],
  [
    { shown: 50, ...all(1_234, null), unit: "interactions", first: true },
    "1,234 interactions, latest 50 shown",
  ],
  [
    { shown: 50, ...all(20_312, null, false), unit: "interactions", first: true },
    "At least 20,312 interactions, latest 50 shown",
  ],
  [{ shown: 41, ...all(41, 44), unit: "thumbs", first: true }, "44 thumbs on 41 interactions"],
  [{ shown: 1, ...all(1, 1), unit: "thumbs down", first: true }, "1 thumb down on 1 interaction"],
  [
    { shown: 50, ...all(20_000, 21_000, false), unit: "ratings", first: true },
    "At least 21,000 ratings on at least 20,000 interactions, latest 50 shown",
  ],
  [{ shown: 50, all: null, unit: "interactions", first: true }, "Latest 50 interactions of many"],
  [{ shown: 50, all: null, unit: "thumbs", first: false }, "50 older interactions"],
] as const)("%j is %j", (count, words) => {
  expect(formatListCount(count)).toBe(words);
});
