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
  expect(found.distance).toBe(distance);
  expect(found.kept).toBeCloseTo(kept, 12);
});

it("takes texts that differ too much to compare as rewritten", () => {
  const words = (prefix: string) =>
    Array.from({ length: 5_000 }, (_, index) => `${prefix}${index}`).join(" ");
  expect(measureEdit(words("a"), words("b"))).toEqual({ distance: 5_000, kept: 0 });
});

it("finds the words of languages that write none between them", () => {
  const { distance, kept } = measureEdit("猫が座った", "犬が座った");
  expect(distance).toBe(1);
  expect(kept).toBeGreaterThan(0.5);
});
