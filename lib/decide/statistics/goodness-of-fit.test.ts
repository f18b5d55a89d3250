import { describe, expect, it } from "vitest";
import { goodnessOfFit } from "./goodness-of-fit.ts";

describe("goodnessOfFit", () => {
  it.each([
    [600, 400, 2.5396285894708634e-10],
    [550, 450, 0.001565402258002549],
    [44_000, 45_000, 0.0008022781177678721],
    [1100, 900, 7.744216431044088e-6],
  ])("of %i to %i in equal shares is as in SciPy, and as published where it is", (one, other, p) => {
    const half = (one + other) / 2;
    expect(goodnessOfFit([one, other], [half, half]).p / p).toBeCloseTo(1, 9);
  });

  it("of four rates is R's prop.test: X² = 12.600, p = .005585", () => {
    const groups = [
      [83, 86],
      [90, 93],
      [129, 136],
      [70, 82],
    ] as const;
    const share = 372 / 397;
    const observed = groups.flatMap(([up, n]) => [up, n - up]);
    const expected = groups.flatMap(([, n]) => [n * share, n * (1 - share)]);
    const { statistic, p } = goodnessOfFit(observed, expected, 3);
    expect(statistic).toBeCloseTo(12.6, 3);
    expect(p / 0.005585476661627036).toBeCloseTo(1, 9);
  });

  it("tells how small a small chance is", () => {
    const { statistic, p } = goodnessOfFit([0, 300], [150, 150]);
    expect(statistic).toBe(300);
    expect(p / 3.2943623833139784e-67).toBeCloseTo(1, 9);
  });

  it("is sure where what was not expected came, and leaves out where nothing was and did", () => {
    expect(goodnessOfFit([50, 1], [51, 0]).p).toBe(0);
    expect(goodnessOfFit([600, 400, 0], [500, 500, 0]).p).toBeCloseTo(2.5396285894708634e-10, 18);
  });

  it("doubts nothing where all is as expected, or there is but one count", () => {
    expect(goodnessOfFit([50, 50], [50, 50]).p).toBe(1);
    expect(goodnessOfFit([50], [50]).p).toBe(1);
  });
});
