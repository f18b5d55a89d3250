import { describe, expect, it } from "vitest";
import type { ValueSums } from "#lib/domain/variance.ts";
import { compareSecondary } from "./secondary.ts";
import type { SecondaryMetric } from "./sums.ts";
import { ArmCounter } from "./testing/arm-counter.ts";

const latency: SecondaryMetric = {
  ...{ name: "latency", role: "guardrail", tolerance: 0.1 },
  ...{ better: "lower", range: null, logarithmic: true },
};
const kept: SecondaryMetric = {
  ...{ name: "kept", role: "explored", tolerance: 0 },
  ...{ better: "higher", range: { min: 0, max: 1 }, logarithmic: false },
};

/** Users whose latencies lie around so many milliseconds, by a third up and down. */
const slow = (ms: number, n = 500): ValueSums => {
  const [low, high] = [Math.log(ms / 1.33), Math.log(ms * 1.33)];
  return { n, sum: (n / 2) * (low + high), sumSquares: (n / 2) * (low ** 2 + high ** 2) };
};
const share = (value: number, n = 500): ValueSums => ({ n, sum: n * value, sumSquares: n * value });

const arm = (variant: string, secondary: Record<string, ValueSums>) =>
  new ArmCounter(variant, { isControl: variant === "a", secondary }).sums;

const compare = (metrics: readonly SecondaryMetric[], ...of: Record<string, ValueSums>[]) => {
  const arms = of.map((sums, at) => arm("abcdef"[at] ?? "", sums));
  const [control] = arms;
  if (!control) throw new Error("No arm.");
  return compareSecondary({ arms, secondary: metrics }, control);
};

describe("a guardrail of 10 % more latency", () => {
  it.each([
    ["as fast", 2000, false],
    ["5 % slower, which is allowed", 2100, false],
    ["12 % slower, which may be chance", 2240, false],
    ["40 % slower", 2800, true],
    ["twice as fast", 1000, false],
  ])("%s", (_, ms, harm) => {
    const [, found] = compare([latency], { latency: slow(2000) }, { latency: slow(ms) });
    expect(found).toMatchObject({ variant: "b", metric: "latency", harm });
    expect(found?.estimate?.value).toBeCloseTo(ms, 6);
    expect(found?.difference?.value).toBeCloseTo(ms / 2000 - 1, 9);
  });

  it("is adjusted for all arms that are looked at", () => {
    const one = compare([latency], { latency: slow(2000) }, { latency: slow(2500) });
    const four = compare([latency], ...[2000, 2500, 2000, 2000, 2000].map((ms) => ({ latency: slow(ms) })));
    expect(four[1]?.adjustedP).toBeCloseTo(4 * (one[1]?.adjustedP ?? 0), 12);
  });

  it("harms nobody before ten users of each arm have values", () => {
    const harmOf = (n: number) =>
      compare([latency], { latency: slow(2000, 500) }, { latency: slow(2e9, n) })[1]?.harm;
    expect([8, 10].map(harmOf)).toEqual([false, true]);
  });

  it("says nothing of the control, nor where there are no values", () => {
    const [control, none] = compare([latency], { latency: slow(2000) }, {});
    expect(control).toMatchObject({ difference: null, adjustedP: 1, harm: false });
    expect(none).toMatchObject({ estimate: null, difference: null, adjustedP: 1, harm: false });
  });
});

it("a guardrail whose higher end is better is harmed by less, beyond its tolerance", () => {
  const responses: SecondaryMetric = { ...kept, name: "responses", role: "guardrail", tolerance: 0.05 };
  const harmIn = (value: number) =>
    compare([responses], { responses: share(0.5, 2000) }, { responses: share(value, 2000) })[1]?.harm;
  expect([0.3, 0.44, 0.5, 0.8].map(harmIn)).toEqual([true, false, false, false]);
});

it("what is explored harms nobody, and is adjusted as a share of false claims", () => {
  const metrics = [kept, { ...kept, name: "copied" }];
  const found = compare(
    metrics,
    { kept: share(0.6), copied: share(0.6) },
    { kept: share(0.3), copied: share(0.59) },
  );
  const [worse, alike] = found.filter(({ variant }) => variant === "b");
  expect(worse).toMatchObject({ role: "explored", harm: false });
  expect(worse?.adjustedP).toBeCloseTo(2 * (worse?.difference?.p ?? 0), 12);
  expect(alike?.adjustedP).toBe(1);
});
