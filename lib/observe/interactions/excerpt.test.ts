import { expect, it } from "vitest";
import { toExcerpt } from "./excerpt.ts";

it("leaves a text that fits unchanged", () => {
  expect(toExcerpt("a".repeat(280))).toBe("a".repeat(280));
});

it("cuts between words", () => {
  expect(toExcerpt(`${"word ".repeat(55)}extraordinary`)).toBe(`${"word ".repeat(54)}word…`);
});

it("cuts a word that is too long, but never inside a character", () => {
  expect(toExcerpt("😀".repeat(281))).toBe(`${"😀".repeat(279)}…`);
});
