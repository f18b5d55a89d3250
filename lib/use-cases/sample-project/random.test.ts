import { describe, expect, it } from "vitest";
import { seededRandom } from "./random.ts";

const many = <T>(draw: () => T): T[] => Array.from({ length: 20_000 }, draw);
const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("seeded chance", () => {
  it("gives the same numbers for the same seed, and others for another", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed).next);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("gives the published first numbers of mulberry32 for seed 0", () => {
    const { next } = seededRandom(0);
    expect([next(), next(), next()].map((value) => value * 2 ** 32)).toEqual([
      1144304738, 1416247, 958946056,
    ]);
  });

  it.each([
    ["next", (random: ReturnType<typeof seededRandom>) => random.next(), 0.5, 0.01],
    ["between", (random: ReturnType<typeof seededRandom>) => random.between(1, 6), 3.5, 0.05],
    ["chance", (random: ReturnType<typeof seededRandom>) => Number(random.chance(0.2)), 0.2, 0.01],
    ["normal", (random: ReturnType<typeof seededRandom>) => random.normal(), 0, 0.02],
    [
      "weighted",
      (random: ReturnType<typeof seededRandom>) => Number(random.weighted({ 0: 1, 1: 3 })),
      0.75,
      0.01,
    ],
  ])("%s has the mean that it should have", (_name, draw, mean, tolerance) => {
    const random = seededRandom(3);
    expect(Math.abs(meanOf(many(() => draw(random))) - mean)).toBeLessThan(tolerance);
  });

  it("takes several different items, and no more than there are", () => {
    const taken = seededRandom(5).several(["a", "b", "c"], 9);
    expect(taken.toSorted()).toEqual(["a", "b", "c"]);
  });

  it("refuses to pick from nothing", () => {
    expect(() => seededRandom(1).pick([])).toThrow("nothing to pick from");
  });
});
