import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { eBenjaminiHochberg, logLikelihoodRatio, logMean, logSum } from "./e-values.ts";
import { benjaminiHochberg } from "./several-tests.ts";

const logs = (es: readonly number[]) => es.map(Math.log);

describe("sums of logarithms", () => {
  it.each([
    ["two", [Math.log(3), Math.log(4)], Math.log(7)],
    ["one that is zero", [Number.NEGATIVE_INFINITY, Math.log(4)], Math.log(4)],
    ["too large for their exponentials", [1000, 1000], 1000 + Math.log(2)],
    ["too small for them", [-1000, -1000], -1000 + Math.log(2)],
    ["none", [], Number.NEGATIVE_INFINITY],
  ])("of %s", (_, given, expected) => expect(logSum(given)).toBeCloseTo(expected, 12));

  it("mean", () => expect(logMean(logs([1, 3, 8]))).toBeCloseTo(Math.log(4), 12));
});

describe("the likelihood ratio", () => {
  // Wald 1947, Sequential Analysis, section 5.3: p0 = .1 and p1 = .3 accept below, and reject above, lines of slope
  // log((1 − p0)/(1 − p1)) / (log(p1/p0) − log((1 − p1)/(1 − p0))) = .1863; of α = .02, β = .03 the rejection number has
  // the intercept log(.97/.02) / 1.3499 = 2.8756.
  it("is Wald's line of rejection", () => {
    const rejects = (n: number, defective: number) =>
      logLikelihoodRatio({ n, successes: defective }, 0.1, 0.3) >= Math.log(0.97 / 0.02);
    const line = (n: number) => 2.8756 + 0.1863 * n;
    for (const n of [10, 20, 50, 100]) {
      const least = Math.ceil(line(n));
      expect([rejects(n, least - 1), rejects(n, least)]).toEqual([false, true]);
    }
  });

  it("is 1 on average under the usual rate", () => {
    // All outcomes of 12 trials at .3, with their chances.
    let [mean, ways] = [0, 1];
    for (let successes = 0; successes <= 12; successes++) {
      const chance = ways * 0.3 ** successes * 0.7 ** (12 - successes);
      mean += chance * Math.exp(logLikelihoodRatio({ n: 12, successes }, 0.3, 0.45));
      ways = (ways * (12 - successes)) / (successes + 1);
    }
    expect(mean).toBeCloseTo(1, 12);
  });
});

describe("e-BH", () => {
  it.each([
    // Rejects the k* largest, k* = max{k : k·e₍ₖ₎/K ≥ 1/α} (Wang and Ramdas 2022, definition 1).
    ["one large", [100, 1, 1, 1], 0.05, [true, false, false, false]],
    ["one that is not large enough for four", [79, 1, 1, 1], 0.05, [false, false, false, false]],
    ["two that help each other", [45, 41, 1, 1], 0.05, [true, true, false, false]],
    ["three of which the last carries the first", [30, 28, 27, 0.1], 0.05, [true, true, true, false]],
    ["none", [0, 0.5, 1, 2], 0.05, [false, false, false, false]],
  ])("%s", (_, es, level, expected) => {
    expect(eBenjaminiHochberg(logs(es)).map((adjusted) => adjusted <= level)).toEqual(expected);
    const order = [...es].sort((one, other) => other - one);
    const most = order.findLastIndex((e, at) => ((at + 1) * e) / es.length >= 1 / level);
    expect(expected.filter(Boolean)).toHaveLength(most + 1);
  });

  it("is Benjamini and Hochberg's procedure on 1/e", () => {
    const es = [50, 3, 400, 12, 0.2];
    const [own, theirs] = [eBenjaminiHochberg(logs(es)), benjaminiHochberg(es.map((e) => 1 / e))];
    for (const [at, adjusted] of own.entries()) expect(adjusted).toBeCloseTo(theirs[at] ?? 0, 12);
  });

  it("counts tests that are not given", () => {
    expect(eBenjaminiHochberg(logs([100]), 4)[0]).toBeCloseTo(0.04, 12);
    expect(eBenjaminiHochberg(logs([45, 40]), 4)[0]).toBeCloseTo(0.05, 12);
  });
});

it("a sum of likelihood ratios from every start has the average run length that is known", () => {
  // A Shiryaev–Roberts sum of normal values with a shift of 1: threshold A is reached after A / v on average, and v is
  // .5604 (Pollak 1987, Annals of Statistics 15, 749–779; Siegmund's v(x) ≈ exp(−.583 x) gives .558).
  const [random, threshold, runs] = [randomFrom(1), 56.04, 4_000];
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let steps = 0;
  for (let run = 0; run < runs; run++) {
    for (let sum = 0; sum < threshold; steps++) sum = (1 + sum) * Math.exp(normal() - 0.5);
  }
  expect(steps / runs).toBeGreaterThan(95);
  expect(steps / runs).toBeLessThan(105);
});
