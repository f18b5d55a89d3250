import { diffArrays } from "diff";
import { expect, it } from "vitest";
import { countMetadata, measureEdit } from "./edit-measure.ts";
import { wordDifference } from "./word-difference.ts";

const counted = (kept: number, added: number, removed: number, distance: number) => ({
  kept,
  added,
  removed,
  distance,
});

it.each([
  ["equal texts", "One two.", "One two.", counted(2, 0, 0, 0)],
  ["a replaced word counts once", "The quick fox.", "The slow fox.", counted(2, 1, 1, 1)],
  ["an added word", "The fox.", "The red fox.", counted(2, 1, 0, 1)],
  ["a removed word", "The red fox.", "The fox.", counted(2, 0, 1, 1)],
  ["two words for one", "for asking us", "for writing to us", counted(2, 2, 1, 2)],
  ["changes in two places", "one two three four", "uno two three cuatro", counted(2, 2, 2, 2)],
  ["an addition and a removal far apart", "a b c d", "x a b c", counted(3, 1, 1, 2)],
  ["marks alone", "Yes, no", "Yes; no!", counted(2, 0, 0, 0)],
  ["a total rewrite", "The cat sat down", "A dog ran", counted(0, 3, 4, 4)],
  ["from nothing", "", "Hello there", counted(0, 2, 0, 2)],
  ["to nothing", "Hello there", "", counted(0, 0, 2, 2)],
  ["nothing at all", "", "", counted(0, 0, 0, 0)],
  ["capitals are other words", "Berlin berlin", "berlin berlin", counted(1, 1, 1, 1)],
  ["Japanese", "今日は雨です", "今日は雪です", counted(3, 1, 1, 1)],
  ["Chinese", "我喜欢喝咖啡", "我喜欢喝牛奶", counted(3, 1, 1, 1)],
  ["Arabic", "القطة تجلس على السجادة", "الكلب يجلس على السجادة", counted(2, 2, 2, 2)],
  ["Thai", "ฉันรักแมว", "ฉันรักหมา", counted(2, 1, 1, 1)],
  ["emoji are no words", "Great 👍", "Great 🎉", counted(1, 0, 0, 0)],
])("%s", (_, before, after, expected) => {
  expect(measureEdit(wordDifference(before, after, diffArrays))).toEqual(expected);
});

it("counts nothing if the comparison gave up", () => {
  expect(measureEdit(wordDifference("a b", "c d", () => undefined))).toBeNull();
  expect(countMetadata(null)).toEqual({});
});
