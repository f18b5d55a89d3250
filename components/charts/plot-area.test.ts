import { describe, expect, it } from "vitest";
import { nearestPoint, pointX } from "./plot-area.ts";

describe("pointX", () => {
  it.each([
    ["the first of lines", 0, 3, "lines", 60],
    ["the last of lines", 2, 3, "lines", 258],
    ["one alone in the middle", 0, 1, "lines", 159],
    ["the first of bars in the middle of its band", 0, 2, "bars", 105.5],
    ["the last of bars", 1, 2, "bars", 212.5],
  ] as const)("of %s", (_, place, count, layout, x) => expect(pointX(place, count, 280, layout)).toBe(x));
});

describe("nearestPoint", () => {
  it.each(["lines", "bars"] as const)("finds each point of %s from where it lies", (layout) => {
    const places = [0, 1, 2, 3, 4];
    expect(places.map((place) => nearestPoint(pointX(place, 5, 400, layout), 5, 400, layout))).toEqual(
      places,
    );
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
