import { expect, it } from "vitest";
import { excerptOf } from "./excerpt.ts";

it("leaves a text that fits as it is", () => {
  expect(excerptOf("a".repeat(280))).toBe("a".repeat(280));
});

it("cuts between words", () => {
  expect(excerptOf(`${"word ".repeat(55)}extraordinary`)).toBe(`${"word ".repeat(54)}word…`);
});

it("cuts a word that is too long, and no sign in two", () => {
  expect(excerptOf("😀".repeat(281))).toBe(`${"😀".repeat(279)}…`);
});
