import { expect, it } from "vitest";
import { studentT975 } from "./student-t.ts";

it.each([
  [1, 12.706204736],
  [9, 2.262157163],
  [99, 1.984216952],
])("with %i degrees of freedom is as in SciPy: %d", (degrees, point) => {
  expect(studentT975(degrees)).toBeCloseTo(point, 8);
});
