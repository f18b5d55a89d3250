import { expect, it } from "vitest";
import { heatLevel } from "./prepare-heat.ts";

it.each([
  ["nothing there", null, 10, 0],
  ["a count of nothing", 0, 10, 0],
  ["the largest", 10, 10, 45],
  ["half of the largest", 5, 10, 26],
  ["the least that is not nothing, so that it is seen", 1, 10_000, 6],
  ["anything where all are nothing", 3, 0, 0],
])("of %s", (_, value, most, heat) => expect(heatLevel(value, most)).toBe(heat));
