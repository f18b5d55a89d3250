import { describe, expect, it } from "vitest";
import type { ValueSums } from "#lib/domain/variance.ts";
import {
  type ArmSums,
  analyzeExperiment,
  type ExperimentSums,
  type MetricScale,
  type SecondaryMetric,
} from "./index.ts";
import { ArmCounter, votes } from "./testing/arm-counter.ts";

const RATE: MetricScale = { better: "higher", range: { min: 0, max: 1 }, logarithmic: false };
const COST: SecondaryMetric = {
  ...{ name: "cost", role: "guardrail", tolerance: 0 },
  ...{ better: "lower", range: null, logarithmic: true },
};

const arm = (variant: string, up: number, down: number, given: Partial<ArmSums> = {}) =>
  new ArmCounter(variant, { isControl: variant === "a", ...given }).rateAll(votes(up, down)).sums;

const cost = (dollars: number): Record<string, ValueSums> => {
  const [low, high] = [Math.log(dollars / 2), Math.log(dollars * 2)];
  return { cost: { n: 1000, sum: 500 * (low + high), sumSquares: 500 * (low ** 2 + high ** 2) } };
};

const analyze = (arms: readonly ArmSums[], given: Partial<ExperimentSums> = {}) => {
  const found = analyzeExperiment({ primary: RATE, secondary: [], arms, ...given });
  if (!found) throw new Error("There is no control.");
  return found;
};

const codes = (arms: readonly ArmSums[], given?: Partial<ExperimentSums>) =>
  analyze(arms, given).verdict.obstacles.map(({ code }) => code);

describe("the winner", () => {
  it.each([
    ["the better arm", [arm("a", 600, 400), arm("b", 700, 300)], "b", []],
    ["the control, where the other is worse", [arm("a", 700, 300), arm("b", 600, 400)], "a", []],
    ["nobody, of equals", [arm("a", 600, 400), arm("b", 600, 400)], null, []],
    [
      "the best of several",
      [
        arm("a", 600, 400, { weight: 1 }),
        arm("b", 720, 280, { weight: 1 }),
        arm("c", 900, 100, { weight: 1 }),
      ],
      "c",
      ["b"],
    ],
    [
      "nobody yet, where one is worse and one is open",
      [
        arm("a", 600, 400, { weight: 1 }),
        arm("b", 300, 700, { weight: 1 }),
        arm("c", 605, 395, { weight: 1 }),
      ],
      null,
      [],
    ],
    [
      "the control, once all others are worse",
      [
        arm("a", 600, 400, { weight: 1 }),
        arm("b", 300, 700, { weight: 1 }),
        arm("c", 450, 550, { weight: 1 }),
      ],
      "a",
      [],
    ],
  ])("is %s", (_, arms, winner, alsoBetter) => {
    expect(analyze(arms).verdict).toMatchObject({ winner, alsoBetter });
  });

  it("is the lower one where less is better", () => {
    const primary: MetricScale = { ...RATE, better: "lower" };
    const found = analyze([arm("a", 700, 300), arm("b", 600, 400)], { primary });
    expect(found.verdict.winner).toBe("b");
    expect(found.arms[1]?.standing?.chance).toBeGreaterThan(0.99);
  });

  it("takes more certainty, and more users, among several arms", () => {
    const weight = 1;
    const [a, b, c] = [
      arm("a", 600, 400, { weight }),
      arm("b", 670, 330, { weight }),
      arm("c", 600, 400, { weight }),
    ];
    const [two, three] = [analyze([a, b]), analyze([a, b, c])];
    expect(two.verdict.winner).toBe("b");
    expect(three.verdict.winner).toBeNull();
    expect(three.arms[1]?.adjustedP).toBeCloseTo(2 * (two.arms[1]?.adjustedP ?? 0), 12);
    const open = (arms: readonly ArmSums[]) => {
      const [obstacle] = analyze(arms).verdict.obstacles;
      return obstacle?.code === "not_sure_yet" ? (obstacle.users ?? 0) : 0;
    };
    const close = arm("b", 640, 360, { weight });
    expect(open([a, close])).toBeGreaterThan(0);
    expect(open([a, close, c])).toBeGreaterThan(open([a, close]));
  });

  it("is not hindered by an arm that is paused", () => {
    const paused = arm("c", 1, 2, { weight: 0, exposedSinceSplit: 0 });
    const arms = [arm("a", 600, 400), arm("b", 720, 280), { ...paused, exposedSinceSplit: 0 }];
    expect(analyze(arms).verdict).toMatchObject({ winner: "b", obstacles: [] });
  });

  it("comes with a caution while nobody has rated later than his first week", () => {
    expect(analyze([arm("a", 600, 400), arm("b", 700, 300)]).verdict.cautions).toEqual([
      { code: "no_later_values", variant: "b" },
    ]);
  });
});

it.each([
  ["from a tenth to half", [900, 100], ["no_later_values", "split_changed"]],
  ["by little", [520, 480], ["no_later_values"]],
  ["while few users had come", [50, 10], ["no_later_values"]],
] as const)(
  "a winner comes with a caution where the split changed: %s",
  (_, [control, treatment], cautions) => {
    const before = (of: ArmSums, users: number) => ({
      ...of,
      exposed: of.exposed + users,
      responders: of.exposed + users,
    });
    const arms = [before(arm("a", 600, 400), control), before(arm("b", 700, 300), treatment)];
    expect(analyze(arms).verdict).toMatchObject({ winner: "b" });
    expect(analyze(arms).verdict.cautions.map(({ code }) => code)).toEqual(cautions);
  },
);

describe("without a winner it says why", () => {
  it.each([
    ["how long they take, of raters or of ratings", { ratings: 4, raters: 1 }, 6],
    ["of raters alone, where these take longer", { ratings: 40, raters: 0.1 }, 20],
    ["no number of days without traffic", { ratings: 0, raters: 0 }, null],
  ])("too few ratings, and %s", (_, daily, days) => {
    const few = { ...arm("b", 5, 3, { daily }), exposedSinceSplit: 30 };
    expect(analyze([arm("a", 20, 10), few]).verdict.obstacles).toEqual([
      {
        ...{ code: "too_few_ratings", variant: "b", ratings: 8, ratingsNeeded: 30 },
        ...{ users: 8, usersNeeded: 10, days },
      },
    ]);
  });

  it("not sure yet: how many users more, and how long, should the difference stay", () => {
    const daily = { ratings: 20, raters: 20 };
    const [now] = analyze([arm("a", 120, 80, { daily }), arm("b", 138, 62, { daily })]).verdict.obstacles;
    if (now?.code !== "not_sure_yet") throw new Error(`It says ${now?.code}.`);
    expect(now).toMatchObject({ variant: "b", days: Math.ceil((now.users ?? 0) / 40) });
    // With as many more of the same, it is sure.
    const grown = (400 + (now.users ?? 0)) / 400;
    const more = (n: number) => Math.ceil(n * grown * 1.01);
    expect(analyze([arm("a", more(120), more(80)), arm("b", more(138), more(62))]).verdict.winner).toBe("b");
  });

  it("no number of users where there is no difference at all", () => {
    expect(analyze([arm("a", 60, 40), arm("b", 60, 40)]).verdict.obstacles).toEqual([
      { code: "not_sure_yet", variant: "b", p: 1, users: null, days: null },
    ]);
  });

  it("who rated differs", () => {
    const shy = arm("b", 700, 300);
    expect(
      codes([
        { ...arm("a", 600, 400), exposed: 4000 },
        { ...shy, exposed: 8000 },
      ]),
    ).toEqual(["response_rates_differ"]);
  });

  it("a guardrail is worse, by name", () => {
    const arms = [
      arm("a", 600, 400, { secondary: cost(0.01) }),
      arm("b", 700, 300, { secondary: cost(0.03) }),
    ];
    const found = analyze(arms, { secondary: [COST] });
    expect(found.verdict).toMatchObject({
      winner: null,
      obstacles: [{ code: "guardrail_worse", variant: "b", metric: "cost" }],
    });
    expect(found.harm).toEqual([{ variant: "b", metric: "cost" }]);
  });

  it("a guardrail that is worse does not save the arm from losing", () => {
    const arms = [
      arm("a", 700, 300, { secondary: cost(0.01) }),
      arm("b", 600, 400, { secondary: cost(0.03) }),
    ];
    expect(analyze(arms, { secondary: [COST] }).verdict.winner).toBe("a");
  });

  it.each([
    ["the effect fades", 0.8, 0.6, null, ["effect_fades"]],
    ["but not where what is left of it is certain by itself", 0.9, 0.75, "b", []],
  ])("%s", (_, early, later, winner, obstacles) => {
    const share = (value: number): ValueSums => ({ n: 1000, sum: 1000 * value, sumSquares: 1000 * value });
    const arms = [
      arm("a", 600, 400, { early: share(0.6), later: share(0.6) }),
      arm("b", 700, 300, { early: share(early), later: share(later) }),
    ];
    const found = analyze(arms);
    expect(found.arms[1]?.novelty?.state).toBe("fading");
    expect(found.verdict.winner).toBe(winner);
    expect(found.verdict.obstacles.map(({ code }) => code)).toEqual(obstacles);
  });
});

describe("the numbers", () => {
  it("stand for users, with intervals that hold together over the arms", () => {
    const weight = 1;
    const found = analyze([
      arm("a", 60, 40, { weight }),
      arm("b", 65, 35, { weight }),
      arm("c", 70, 30, { weight }),
    ]);
    const [control, , c] = found.arms;
    expect(control).toMatchObject({
      isControl: true,
      raters: 100,
      adjustedP: null,
      primary: { difference: null },
    });
    expect(c?.primary.difference?.value).toBeCloseTo(0.1, 12);
    const alone = analyze([arm("a", 60, 40), arm("c", 70, 30)]).arms[1]?.primary.difference;
    expect(c?.primary.difference?.low).toBeLessThan(alone?.low ?? 0);
    const chances = found.arms.map(({ standing }) => standing?.chance ?? 0);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    expect(chances[2]).toBeGreaterThan(chances[1] ?? 1);
    expect(c?.standing?.expectedLoss).toBeLessThan(control?.standing?.expectedLoss ?? 0);
  });

  it("are shown with history and without, and judged with it", () => {
    const withHistory = (variant: string, shift: number) => {
      const counter = new ArmCounter(variant, { isControl: variant === "a" });
      for (let user = 0; user < 400; user++) {
        const before = (user % 10) / 10;
        counter.rate(counter.come(before), before + shift + ((user * 7) % 11) / 100);
      }
      return counter.sums;
    };
    const primary: MetricScale = { better: "higher", range: null, logarithmic: false };
    const found = analyze([withHistory("a", 0), withHistory("b", 0.05)], { primary });
    const [, b] = found.arms;
    expect(found.historyReduction).toBeGreaterThan(0.95);
    expect(b?.primary.difference?.value).toBeCloseTo(b?.plain.difference?.value ?? 0, 2);
    const width = (of?: { low: number; high: number } | null) => (of?.high ?? 0) - (of?.low ?? 0);
    expect(width(b?.primary.difference)).toBeLessThan(width(b?.plain.difference) / 4);
    expect(b?.plain.difference?.p).toBeGreaterThan(0.05);
    expect(found.verdict.winner).toBe("b");
  });

  it("are missing where nobody rated, and nothing breaks", () => {
    const found = analyze([arm("a", 0, 0), arm("b", 0, 0)]);
    expect(found.arms[1]).toMatchObject({ primary: { estimate: null, difference: null }, standing: null });
    expect(found.verdict.obstacles.map(({ code }) => code)).toContain("too_few_ratings");
  });

  it("are none without a control", () => {
    expect(analyzeExperiment({ primary: RATE, secondary: [], arms: [arm("b", 1, 1)] })).toBeNull();
  });
});
