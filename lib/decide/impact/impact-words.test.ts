import { expect, it } from "vitest";
import { gainWords, peopleWords } from "./impact-words.ts";

const figures = { before: 0.708, after: 0.82, low: 0.05, high: 0.17, n: 900 };

it.each([
  ["en", "Good ratings: 82%, up from 71%."],
  ["de-AT", "Gute Bewertungen: 82 % statt vorher 71 %."],
  ["ja", "良い評価：71%から82%に上がりました。"],
  ["pl", null],
])("a gain in %s", (language, expected) => {
  expect(gainWords(figures, language)?.replaceAll("\u00a0", " ") ?? null).toBe(expected);
});

it("is no sentence where both shares look the same", () => {
  expect(gainWords({ ...figures, before: 0.816 }, "en")).toBeNull();
});

it.each([
  ["en", "1,312 people’s feedback shaped this:"],
  ["de", "Das Feedback von 1.312 Menschen hat dazu beigetragen:"],
  ["sw", null],
])("people in %s", (language, expected) => {
  expect(peopleWords(1312, language)).toBe(expected);
});
