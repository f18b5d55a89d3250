import { expect, it } from "vitest";
import { readable, SIGNS, STAND_INS, withSigns } from "./signs.ts";

it("has one stand-in for every character, and restores each of them", () => {
  expect(STAND_INS).toHaveLength(SIGNS.length);
  expect(new Set(STAND_INS).size).toBe(SIGNS.length);
  expect(withSigns(STAND_INS)).toBe(SIGNS);
  expect(withSigns("\u0001a\u0002\n\t b")).toBe("\u0001a\u0002\n\t b");
});

it("reads quotes of all kinds as quotes, and other characters as spaces", () => {
  expect(readable("“late refund” it’s <b> a—b")).toBe('"late refund" it s  b> a b');
});
