import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { type StratumThumbs, weighClaim } from "./weigh-claim.ts";

const plain = { designEffect: 1, doubt: null };
const stratum = (name: string, before: [number, number], after: [number, number]): StratumThumbs => ({
  stratum: name,
  before: { n: before[0], down: before[1] },
  after: { n: after[0], down: after[1] },
});

describe("a claim", () => {
  it.each<[string, StratumThumbs[], { designEffect?: number; doubted?: true }, string, string | null]>([
    ["a gain", [stratum("a", [2000, 800], [2000, 500])], {}, "better", null],
    ["a loss", [stratum("a", [2000, 500], [2000, 800])], {}, "worse", null],
    ["nothing", [stratum("a", [2000, 500], [2000, 495])], {}, "unknown", "no_difference"],
    [
      "a gain of a few users",
      [stratum("a", [2000, 800], [2000, 500])],
      { designEffect: 30 },
      "unknown",
      "no_difference",
    ],
    [
      "a gain by other raters",
      [stratum("a", [2000, 800], [2000, 500])],
      { doubted: true },
      "unknown",
      "other_raters",
    ],
    ["a loss by other raters", [stratum("a", [2000, 500], [2000, 800])], { doubted: true }, "worse", null],
    ["few thumbs", [stratum("a", [2000, 800], [29, 0])], {}, "unknown", "too_few"],
    ["no answers", [], {}, "unknown", "too_few"],
    [
      "other traffic",
      [stratum("a", [900, 700], [0, 0]), stratum("b", [0, 0], [900, 10])],
      {},
      "unknown",
      "other_traffic",
    ],
    [
      "a gain in a small part",
      [stratum("a", [900, 700], [10, 1]), stratum("b", [10, 5], [900, 10]), stratum("c", [0, 0], [900, 10])],
      {},
      "unknown",
      "other_traffic",
    ],
    // Each is as it was; there is only more of what was always rated well.
    [
      "a mix that shifts",
      [stratum("a", [1800, 900], [200, 100]), stratum("b", [200, 20], [1800, 180])],
      {},
      "unknown",
      "no_difference",
    ],
  ])("of %s", (_, strata, { designEffect = 1, doubted }, verdict, reason) => {
    const half = { value: 0.5, n: 100, low: 0.4, high: 0.6 };
    const doubt = doubted ? { own: half, reference: half } : null;
    expect(weighClaim(strata, { designEffect, doubt })).toMatchObject({ verdict, reason });
  });

  it("has the figures of the same mix", () => {
    const { figures } = weighClaim([stratum("a", [1000, 400], [1000, 200])], plain);
    expect(figures).toMatchObject({ before: 0.6, after: 0.8, n: 2000 });
    expect(figures?.low).toBeGreaterThan(0.1);
    expect(figures?.high).toBeLessThan(0.3);
  });
});

/** Four weeks before and two after, looked at each day after: whether a gain was ever claimed. */
function everClaimed(seed: number, gain: number): boolean {
  const random = randomFrom(seed);
  const down = [0.5, 0.25, 0.1];
  const rated = (n: number, share: number) => {
    let bad = 0;
    for (let at = 0; at < n; at++) if (random() < share) bad += 1;
    return { n, down: bad };
  };
  const strata = down.map((share, at) => ({
    stratum: String(at),
    // What is rated badly becomes rare, which is no improvement.
    before: rated([600, 300, 100][at] ?? 0, share),
    after: { n: 0, down: 0 },
  }));
  for (let day = 0; day < 14; day++) {
    for (const [at, each] of strata.entries()) {
      const more = rated([10, 30, 40][at] ?? 0, Math.max(0, (down[at] ?? 0) - gain));
      each.after = { n: each.after.n + more.n, down: each.after.down + more.down };
    }
    if (weighClaim(strata, plain).verdict === "better") return true;
  }
  return false;
}

it("is hardly ever made for a mix that shifts while nothing improves, over daily looks", () => {
  const claimed = Array.from({ length: 200 }, (_, seed) => everClaimed(seed, 0)).filter(Boolean);
  expect(claimed.length).toBeLessThanOrEqual(10);
});

it("is made for nearly every gain of ten points", () => {
  const claimed = Array.from({ length: 100 }, (_, seed) => everClaimed(seed, 0.1)).filter(Boolean);
  expect(claimed.length).toBeGreaterThanOrEqual(80);
});
