import { expect, it } from "vitest";
import { benjaminiHochberg, holm } from "./several-tests.ts";

const close = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  for (const [index, each] of expected.entries()) expect(found[index]).toBeCloseTo(each, 12);
};

it("Holm of .025 and .03 is .05 and .05, Benjamini–Hochberg .03 and .03", () => {
  close(holm([0.025, 0.03]), [0.05, 0.05]);
  close(benjaminiHochberg([0.025, 0.03]), [0.03, 0.03]);
});

it("keeps the order that was given", () => {
  close(holm([0.04, 0.01, 0.03]), [0.06, 0.03, 0.06]);
  close(benjaminiHochberg([0.5, 0.01, 0.03]), [0.5, 0.03, 0.045]);
});

it("Benjamini–Hochberg of ten is as in SciPy", () => {
  const ps = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
  close(benjaminiHochberg(ps), [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.74 / 7, 0.216, 0.216, 0.216]);
});

it.each([
  ["no test", [], []],
  ["one", [0.04], [0.04]],
])("leaves %s alone", (_, ps, expected) => {
  close(holm(ps), expected);
  close(benjaminiHochberg(ps), expected);
});

it("never exceeds 1", () => {
  close(holm([0.6, 0.7]), [1, 1]);
  close(benjaminiHochberg([1, 1]), [1, 1]);
});
