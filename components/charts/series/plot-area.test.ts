import { describe, expect, it } from "vitest";
import { nearestPoint, pointX } from "./plot-area.ts";

describe("pointX", () => {
  it.each([
    ["the first", 0, 3, 60],
    ["the last", 2, 3, 258],
    ["one alone in the middle", 0, 1, 159],
  ] as const)("of %s", (_, place, count, x) => expect(pointX(place, count, 280)).toBe(x));
});

describe("nearestPoint", () => {
  it("finds each point from where it lies", () => {
    const places = [0, 1, 2, 3, 4];
    expect(places.map((place) => nearestPoint(pointX(place, 5, 400), 5, 400))).toEqual(places);
  });

  it.each([
    ["left of all", -50, 0],
    ["right of all", 9_999, 4],
  ])("of a place %s is the nearest there is", (_, x, place) => expect(nearestPoint(x, 5, 400)).toBe(place));

  it.each([
    [0, 400],
    [1, 400],
    [5, 0],
  ])("of %i points over %i pixels is the first", (count, width) =>
    expect(nearestPoint(200, count, width)).toBe(0),
  );
});
