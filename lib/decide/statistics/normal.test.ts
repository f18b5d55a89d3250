import { expect, it } from "vitest";
import { normalBelow, normalDensity, normalPoint } from "./normal.ts";

it.each([
  [-8, 6.220960574271785e-16],
  [-1.959963984540054, 0.025],
  [0, 0.5],
  [1, 0.8413447460685429],
])("below %d lies %d of the normal distribution, as in SciPy", (x, chance) => {
  expect(normalBelow(x) / chance).toBeCloseTo(1, 9);
});

it.each([
  [1e-10, -6.361340902404056],
  [0.025, -1.959963984540054],
  [0.5, 0],
  [0.8, 0.8416212335729143],
])("%d of it lies below %d", (chance, x) => expect(normalPoint(chance)).toBeCloseTo(x, 9));

it("has the density of the normal distribution", () => {
  expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 12);
  expect(normalDensity(-2)).toBeCloseTo(0.05399096651318806, 12);
});
