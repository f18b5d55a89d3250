import { describe, expect, it } from "vitest";
import { chanceToBeBest } from "./chance-to-be-best.ts";
import { normalBelow, normalDensity } from "./normal.ts";

describe("chanceToBeBest", () => {
  it("of two is the closed form", () => {
    const found = chanceToBeBest([
      { value: 0.65, error: 0.03 },
      { value: 0.6, error: 0.02 },
    ]);
    const error = Math.hypot(0.03, 0.02);
    const z = 0.05 / error;
    expect(found[0]?.chance).toBeCloseTo(normalBelow(z), 7);
    expect(found[0]?.expectedLoss).toBeCloseTo(error * normalDensity(z) - 0.05 * normalBelow(-z), 9);
    expect((found[1]?.expectedLoss ?? 0) - (found[0]?.expectedLoss ?? 0)).toBeCloseTo(0.05, 7);
  });

  it("of three is what SciPy's quadrature gives", () => {
    const found = chanceToBeBest([
      { value: 0.6, error: 0.02 },
      { value: 0.63, error: 0.03 },
      { value: 0.62, error: 0.01 },
    ]);
    const expected = [
      [0.08289486470617945, 0.03915821220545663],
      [0.5968700364208369, 0.009158212205456602],
      [0.3202350988729826, 0.01915821220545659],
    ];
    for (const [index, [chance = 0, loss = 0]] of expected.entries()) {
      expect(found[index]?.chance).toBeCloseTo(chance, 6);
      expect(found[index]?.expectedLoss).toBeCloseTo(loss, 7);
    }
  });

  it("gives equals equal chances", () => {
    const found = chanceToBeBest([1, 2, 3, 4].map(() => ({ value: 0.6, error: 0.02 })));
    for (const { chance } of found) expect(chance).toBeCloseTo(0.25, 9);
  });

  it.each([
    ["one is known far better than the other", { value: 0.7, error: 1e-6 }, { value: 0.6, error: 0.1 }],
    ["they are far apart", { value: 100, error: 0.001 }, { value: 0, error: 0.001 }],
    ["nothing varies", { value: 1, error: 0 }, { value: 0, error: 0 }],
  ])("is right where %s", (_, one, other) => {
    const z = (one.value - other.value) / Math.max(1e-300, Math.hypot(one.error, other.error));
    expect(chanceToBeBest([one, other])[0]?.chance).toBeCloseTo(normalBelow(Math.min(z, 40)), 5);
  });

  it("has nothing to compare one with", () => {
    expect(chanceToBeBest([{ value: 3, error: 1 }])).toEqual([{ chance: 1, expectedLoss: 0 }]);
    expect(chanceToBeBest([])).toEqual([]);
  });
});
