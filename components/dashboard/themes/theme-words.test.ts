import { expect, it } from "vitest";
import { coverWords, kindWords, namedWords } from "./theme-words.ts";

it.each([
  [{ voice: "said", language: "de" }, "Comments in German (de)"],
  [{ voice: "edit", language: "" }, "Edits"],
  [{ voice: "passage", language: "ja" }, "Highlighted passages in Japanese (ja)"],
] as const)("says what the texts of %j are", (theme, words) => expect(kindWords(theme)).toBe(words));

it.each([
  [{ namedBy: "terms", namer: null }, null],
  [{ namedBy: "model", namer: null }, "Named by the model"],
  [{ namedBy: "person", namer: "Ada" }, "Named by Ada"],
] as const)("says who named %j", (theme, words) => expect(namedWords(theme)).toBe(words));

it("says how much of all the themes cover", () =>
  expect(coverWords(40, 1_200)).toBe("40 of 1,200 negative comments, edits and highlights are in a theme"));
