import { diffArrays } from "diff";
import { expect, it } from "vitest";
import { type DifferencePart, splitTokens, wordDifference } from "./word-difference.ts";

const told = (parts: DifferencePart[]) =>
  parts
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join("");

it.each([
  ["nothing changed", "One two.", "One two.", "One two."],
  ["a word replaced", "The quick fox.", "The slow fox.", "The [-quick-]{+slow+} fox."],
  ["a word added", "The fox.", "The red fox.", "The {+red +}fox."],
  ["a word removed", "The red fox.", "The fox.", "The [-red -]fox."],
  ["neighbours are one change", "a big bad wolf", "a small good wolf", "a [-big bad-]{+small good+} wolf"],
  ["a word that became two", "for asking us", "for writing to us", "for [-asking -]{+writing to +}us"],
  ["a change of space shows", "a b", "a  b", "a[- -]{+  +}b"],
  ["all new", "", "Hello", "{+Hello+}"],
  ["a language without spaces", "今日は雨です", "今日は雪です", "今日は[-雨-]{+雪+}です"],
])("%s", (_, before, after, expected) => {
  const { parts, complete } = wordDifference(before, after, diffArrays);
  expect(complete).toBe(true);
  expect(told(parts)).toBe(expected);
  expect(
    parts
      .filter(({ kind }) => kind !== "added")
      .map(({ text }) => text)
      .join(""),
  ).toBe(before);
  expect(
    parts
      .filter(({ kind }) => kind !== "removed")
      .map(({ text }) => text)
      .join(""),
  ).toBe(after);
});

it("returns one text replacing the other if the comparison gave up", () => {
  const { parts, complete } = wordDifference("a b", "c d", () => undefined);
  expect(complete).toBe(false);
  expect(told(parts)).toBe("[-a b-]{+c d+}");
});

it("counts words, not punctuation and spaces", () => {
  const { parts } = wordDifference("One, two.", "One and only, two!", diffArrays);
  expect(parts.map(({ kind, words }) => [kind, words])).toEqual([
    ["same", 1],
    ["added", 2],
    ["same", 1],
    ["removed", 0],
    ["added", 0],
  ]);
});

it("splits text into tokens that together are the text", () => {
  const text = "It's 3.5 km — really?\n\nYes.";
  const words = new Set<string>();
  expect(splitTokens(text, words).join("")).toBe(text);
  expect([...words]).toEqual(["It's", "3.5", "km", "really", "Yes"]);
});
