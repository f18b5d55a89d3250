import { describe, expect, it } from "vitest";
import { criticalValue } from "./confidence-sequence.ts";
import { powerOfRates, usersForRates, usersUntilSure } from "./power.ts";

describe("a test of two rates, looked at once, is R's power.prop.test", () => {
  it("n = 50, .5 against .75: power .7402", () => {
    expect(powerOfRates(50, { one: 0.5, other: 0.75 })).toBeCloseTo(0.7402, 4);
    expect(powerOfRates(50, { one: 0.75, other: 0.5 }) / 0.7401659013313878).toBeCloseTo(1, 9);
  });

  it("power .9: n = 76.7", () => {
    const n = usersForRates({ one: 0.5, other: 0.75 }, 0.9);
    expect(n).toBeCloseTo(76.7, 1);
    expect(n / 76.70692845177747).toBeCloseTo(1, 9);
  });

  it.each([
    [0.6, 0.7, 355.94281271162583],
    [0.05, 0.06, 8157.7314478492835],
  ])("%d against %d takes %d a group for a power of .8, and has it", (one, other, n) => {
    expect(usersForRates({ one, other }) / n).toBeCloseTo(1, 9);
    expect(powerOfRates(n, { one, other })).toBeCloseTo(0.8, 9);
  });
});

describe("usersUntilSure", () => {
  it("is the first number of users at which the interval leaves out 0", () => {
    const users = usersUntilSure(0.1, 0.9, 0.5) ?? 0;
    const reach = (n: number) => criticalValue(n) * Math.sqrt(0.9 / n);
    expect(reach(users)).toBeLessThanOrEqual(0.1);
    expect(reach(users - 1)).toBeGreaterThan(0.1);
  });

  it("takes more for more power, for a smaller difference, and for more claims", () => {
    const plain = usersUntilSure(0.1, 0.9) ?? 0;
    expect(plain).toBeGreaterThan(usersUntilSure(0.1, 0.9, 0.5) ?? 0);
    expect(usersUntilSure(0.1, 0.9, 0.95)).toBeGreaterThan(plain);
    expect(usersUntilSure(-0.05, 0.9)).toBeGreaterThan(3 * plain);
    expect(usersUntilSure(0.1, 0.9, 0.8, 0.025)).toBeGreaterThan(plain);
  });

  it("gives up where a billion would not do", () => {
    expect(usersUntilSure(1e-9, 0.9)).toBeNull();
    expect(usersUntilSure(0, 0.9)).toBeNull();
  });
});
