import { expect, it } from "vitest";
import { measureEdit } from "./edit-measure.ts";

it.each([
  ["the same text", "The cat sat.", "The cat sat.", 0, 1],
  ["another space or mark", "The cat sat.", "The  cat sat!", 0, 1],
  ["a word replaced", "The cat sat down", "The dog sat down", 1, 0.75],
  ["a word put in", "The cat sat", "The black cat sat", 1, 1],
  ["a word taken out", "The black cat sat", "The cat sat", 1, 0.75],
  ["two words for one", "I am here", "I will be here", 2, 2 / 3],
  ["all of it", "one two three", "four five", 3, 0],
  ["nothing left but marks", "one two", "…", 2, 0],
  ["an answer without words", "…", "one two", 2, 1],
])("measures %s", (_, before, after, distance, kept) => {
  const found = measureEdit(before, after);
  expect(found?.distance).toBe(distance);
  expect(found?.kept).toBeCloseTo(kept, 12);
});

const list = (length: number, word: (index: number) => string) =>
  Array.from({ length }, (_, index) => word(index)).join(" ");

it("compares long texts without a word in common, and long ones with few changes", () => {
  const long = list(50_000, (index) => `a${index % 5_000}`);
  expect(
    measureEdit(
      long,
      list(5_000, (index) => `b${index}`),
    ),
  ).toEqual({ distance: 50_000, kept: 0 });
  const edited = long.split(" ").map((word, index) => (index % 100 === 0 ? "b" : word));
  expect(measureEdit(long, edited.join(" "))).toEqual({ distance: 500, kept: 0.99 });
});

it("gives up on texts that have the same words in another order throughout", () => {
  const reversed = list(50_000, (index) => `a${(50_000 - index) % 5_000}`);
  expect(
    measureEdit(
      list(50_000, (index) => `a${index % 5_000}`),
      reversed,
    ),
  ).toBeNull();
});

it("finds the words of languages that write none between them", () => {
  const found = measureEdit("猫が座った", "犬が座った");
  expect(found?.distance).toBe(1);
  expect(found?.kept).toBeGreaterThan(0.5);
});
