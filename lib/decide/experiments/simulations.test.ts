import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { ALPHA, alwaysValidP, cuped, type Estimated } from "../statistics/index.ts";
import { isRatedEnough } from "./check-arms.ts";
import { meanOf, minus } from "./estimate.ts";
import { type ArmSums, analyzeExperiment, type MetricScale } from "./index.ts";
import { ArmCounter, votes } from "./testing/arm-counter.ts";

const RATE: MetricScale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false };

const analyze = (arms: readonly ArmSums[]) => analyzeExperiment({ primary: RATE, secondary: [], arms });

const winnerOf = (arms: readonly ArmSums[]) => analyze(arms)?.verdict.winner ?? null;

/** Differences to the control, as the analysis makes them; none while ratings are too few. */
function differencesOf(arms: readonly ArmSums[]): Estimated[] {
  if (!arms.every(isRatedEnough)) return [];
  const adjusted = cuped(arms.map(({ primary }) => primary))?.adjusted;
  const means = arms.map(({ primary }, at) => meanOf(adjusted?.[at] ?? primary, RATE, primary));
  return means.slice(1).flatMap((mean) => minus(mean, means[0] ?? null) ?? []);
}

/** Whether any arm might have won: a winner needs p ≤ α, so the rest of a million looks need not be analyzed whole. */
const mightWin = (differences: readonly Estimated[]): boolean =>
  differences.some((difference) => alwaysValidP(difference) * differences.length <= ALPHA);

/** How users rate: what each likes (a share of answers), by a random number, and how often a rating is somebody new's. */
interface Crowd {
  likes: (random: number) => number;
  fresh: number;
  /** Ratings that each gave before. */
  before?: number;
}

/** Users who like nearly everything, some or little, and rate two times or more. */
const mixed = (random: number): number => [0.95, 0.6, 0.25][Math.floor(random * 3)] ?? 0;

const armsOf = (count: number): ArmCounter[] =>
  Array.from(
    { length: count },
    (_, at) => new ArmCounter(`arm ${at}`, { isControl: at === 0, weight: 1 / count }),
  );

const share = (n: number, chance: number, random: () => number): number => {
  let hits = 0;
  for (let at = 0; at < n; at++) if (random() < chance) hits++;
  return hits / n;
};

/** One A/A test that is looked at after every rating: whether it ever named a winner, and what a z-test would have done. */
function lookedAt(seed: number, count: number, { likes, fresh, before }: Crowd) {
  const random = randomFrom(seed);
  const arms = armsOf(count);
  const sums = arms.map((arm) => arm.sums);
  const liked: number[][] = arms.map(() => []);
  let peeked = false;
  while (sums.every(({ ratings }) => ratings < 500)) {
    const at = Math.floor(random() * count);
    const [arm, own] = [arms[at], liked[at]];
    if (!arm || !own) throw new Error("No such arm.");
    let user = Math.floor(random() * arm.users);
    if (arm.users === 0 || random() < fresh) {
      const chance = likes(random());
      user = arm.come(before === undefined ? null : share(before, chance, random));
      own[user] = chance;
    }
    arm.rate(user, random() < (own[user] ?? 0) ? 1 : 0);
    const differences = differencesOf(sums);
    peeked ||= differences.some(({ value, error }) => Math.abs(value) > 1.96 * error);
    if (mightWin(differences) && winnerOf(sums) !== null) return { named: true, peeked };
  }
  return { named: false, peeked };
}

describe("A/A tests, looked at after every rating from 30 to 500 an arm", () => {
  it.each([
    ["two arms, users who rate again and again", 1000, 2, { likes: mixed, fresh: 0.4 }],
    ["two arms, nearly all content", 200, 2, { likes: () => 0.97, fresh: 1 }],
    ["four arms", 100, 4, { likes: mixed, fresh: 0.7 }],
    ["two arms, with history", 200, 2, { likes: mixed, fresh: 0.5, before: 4 }],
  ])(
    "%s: a winner in at most 5 of 100, where a z-test would name one in 15 or more",
    (_, runs, arms, crowd) => {
      const looks = Array.from({ length: runs }, (__, run) => lookedAt(run + 1, arms, crowd));
      expect(looks.filter(({ named }) => named).length / runs).toBeLessThanOrEqual(0.05);
      expect(looks.filter(({ peeked }) => peeked).length / runs).toBeGreaterThanOrEqual(0.15);
    },
  );
});

describe("differences that are there", () => {
  /** Users of both arms at which B is found, looked at after every 20; infinite if not by 2,000 an arm. */
  function foundAt(seed: number, history: boolean): number {
    const random = randomFrom(seed);
    const [control, treatment] = armsOf(2);
    if (!control || !treatment) throw new Error("Two arms.");
    const sums = [control.sums, treatment.sums];
    for (let each = 1; each <= 2000; each++) {
      for (const [arm, lift] of [
        [control, 0],
        [treatment, 0.1],
      ] as const) {
        const chance = mixed(random()) + lift;
        // Eight of ten were here before, and rated five answers of the control's kind.
        const known = random() < 0.8;
        const before = share(5, Math.min(1, chance - lift), random);
        const user = arm.come(known && history ? before : null);
        for (let times = 0; times < 3; times++) arm.rate(user, random() < Math.min(1, chance) ? 1 : 0);
      }
      if (each % 10 === 0 && mightWin(differencesOf(sums)) && winnerOf(sums) === "arm 1") return 2 * each;
    }
    return Number.POSITIVE_INFINITY;
  }

  const total = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0);

  it(".60 against .70 with 2,000 users an arm is found in at least 90 %", () => {
    let found = 0;
    for (let run = 1; run <= 200; run++) {
      const random = randomFrom(run);
      const [control, treatment] = armsOf(2);
      for (let each = 0; each < 2000; each++) {
        control?.rate(control.come(), random() < 0.6 ? 1 : 0);
        treatment?.rate(treatment.come(), random() < 0.7 ? 1 : 0);
      }
      if (control && treatment && winnerOf([control.sums, treatment.sums]) === "arm 1") found++;
    }
    expect(found / 200).toBeGreaterThanOrEqual(0.9);
  });

  it("what users said before saves at least 20 % of them", () => {
    const seeds = Array.from({ length: 100 }, (_, run) => run + 1);
    const [without, with_] = [false, true].map((history) =>
      total(seeds.map((seed) => foundAt(seed, history))),
    );
    expect(without).toBeLessThan(Number.POSITIVE_INFINITY);
    expect((with_ ?? 0) / (without ?? 1)).toBeLessThanOrEqual(0.8);
  });
});

describe("what must not decide", () => {
  it("one user with 200 clicks moves nothing", () => {
    const crowd = () => [
      new ArmCounter("a", { isControl: true }).rateAll(votes(120, 80)),
      new ArmCounter("b").rateAll(votes(122, 78)),
    ];
    const [quiet, loud] = [crowd(), crowd()];
    const user = loud[1]?.come() ?? 0;
    for (let click = 0; click < 200; click++) loud[1]?.rate(user, 0);
    const [before, after] = [quiet, loud].map((arms) => analyze(arms.map(({ sums }) => sums)));
    const of = (analysis: typeof before) => analysis?.arms[1]?.primary;
    expect(after?.arms[1]).toMatchObject({ raters: 201, ratings: 400 });
    // He is one of 201: the mean moves by what one thumb down would move it.
    expect(of(after)?.estimate?.value).toBeCloseTo(122 / 201, 12);
    expect(Math.abs((of(after)?.difference?.value ?? 1) - (of(before)?.difference?.value ?? 0))).toBeLessThan(
      0.004,
    );
    expect(after?.verdict.winner).toBe(before?.verdict.winner);
    expect(after?.verdict.winner).toBeNull();
  });

  it("a split of 55 to 45 that should be even is caught at 2,000 users, and there is no winner", () => {
    const [control, treatment] = [
      new ArmCounter("a", { isControl: true }).rateAll(votes(550, 550)),
      new ArmCounter("b").rateAll(votes(750, 150)),
    ];
    const found = analyze([control.sums, treatment.sums]);
    expect(found?.sampleRatio?.p).toBeCloseTo(7.744216431044088e-6, 12);
    expect(found?.sampleRatio?.mismatch).toBe(true);
    expect(found?.verdict.winner).toBeNull();
    expect(found?.verdict.obstacles.map(({ code }) => code)).toEqual(["sample_ratio_mismatch"]);
  });
});
