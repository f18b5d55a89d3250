import { expect, it } from "vitest";
import { resolveOverlaps } from "./resolve-overlaps.ts";

const order = ["CARD", "OWN", "PHONE"];
const find = (name: string, start: number, end: number) => ({ name, start, end });

it("keeps finds that do not overlap, in order", () => {
  expect(resolveOverlaps([find("PHONE", 9, 12), find("CARD", 0, 9)], order)).toEqual([
    find("CARD", 0, 9),
    find("PHONE", 9, 12),
  ]);
});

it("names an overlap by the stronger kind and covers all of it", () => {
  expect(resolveOverlaps([find("PHONE", 0, 10), find("CARD", 5, 8)], order)).toEqual([find("CARD", 0, 10)]);
  expect(resolveOverlaps([find("CARD", 0, 6), find("PHONE", 4, 12), find("OWN", 11, 20)], order)).toEqual([
    find("CARD", 0, 20),
  ]);
});

it("names an overlap by the longer find if both kinds are unknown", () => {
  expect(resolveOverlaps([find("A", 0, 3), find("B", 2, 9)], order)).toEqual([find("B", 0, 9)]);
});
