import { expect, test } from "vitest";
import { median, slope, spread } from "./statistics.ts";

test("the median is the middle value, or the mean of the two middle ones, in whatever order they came", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
});

test("the median of nothing is not a number", () => {
  expect(median([])).toBeNaN();
});

test("a spread has the least, the median and the greatest", () => {
  expect(spread([30, 10, 20, 40])).toEqual({ min: 10, median: 25, max: 40 });
});

test("the slope is that of the line through the points, and of the best line through scattered ones", () => {
  expect(slope([0, 1, 2].map((x) => ({ x, y: 5 + 3 * x })))).toBeCloseTo(3);
  expect(
    slope([
      { x: 0, y: 1 },
      { x: 1, y: -1 },
      { x: 2, y: 1 },
    ]),
  ).toBeCloseTo(0);
});

test("too few points to draw a line rise by nothing", () => {
  expect(slope([])).toBe(0);
  expect(slope([{ x: 1, y: 9 }])).toBe(0);
});
