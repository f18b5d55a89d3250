import { describe, expect, it } from "vitest";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { chooseModel } from "./choose-model.ts";
import { type CrowdUser, modelsOf, trafficOf, users } from "./testing/crowd.ts";

const check = { experiment: "pair", mismatch: null, harm: [] };

/** How well a user is served: by the model and by how easy the user's questions are. */
type Chance = (model: string, segment: string) => number;

/** Users who rate two times each, with costs and latencies that vary a lot. */
function crowdOf(
  random: () => number,
  count: number,
  deal: () => Pick<CrowdUser, "model" | "segment">,
  chance: Chance,
): CrowdUser[] {
  return users(count, () => {
    const dealt = deal();
    const own = chance(dealt.model, dealt.segment ?? "");
    return {
      ...dealt,
      thumbs: [0, 1].map(() => (random() < own ? 1 : 0)),
      latency: 400 * Math.exp(random()),
      cost: 0.01 * Math.exp(random()),
    };
  });
}

const RUNS = 200;

/** The recommendations of experiments that are looked at ten times while they grow. */
function looks(models: readonly string[], chance: Chance): boolean[] {
  return Array.from({ length: RUNS }, (_, run) => {
    const random = randomFrom(run + 1);
    const deal = () => ({ model: models[Math.floor(random() * models.length)] ?? "" });
    const crowd = crowdOf(random, 2_000, deal, chance);
    return Array.from({ length: 10 }, (__, look) => crowd.slice(0, (look + 1) * 200)).some(
      (seen) =>
        chooseModel({
          ...{ current: "a", models: modelsOf(seen), least: 10 },
          traffic: { experiment: check },
        }).recommendation === "switch",
    );
  });
}

const shareOf = (all: readonly boolean[]) => all.filter(Boolean).length / all.length;

describe("equal models, looked at again and again", () => {
  it.each([
    ["two", ["a", "b"]],
    ["four", ["a", "b", "c", "d"]],
  ])("%s: a switch in at most 5 of 100", (_, models) => {
    expect(shareOf(looks(models, () => 0.7))).toBeLessThanOrEqual(0.05);
  });
});

it("a model that is better by 15 points is found in at least 90 of 100", () => {
  expect(shareOf(looks(["a", "b"], (model) => (model === "b" ? 0.75 : 0.6)))).toBeGreaterThanOrEqual(0.9);
});

describe("a world in which model b gets easy questions", () => {
  /** Model a answers everybody, b those with easy questions; both answer equally well. */
  const confounded = (seed: number) => {
    const random = randomFrom(seed);
    const deal = () => {
      const segment = random() < 0.6 ? "easy" : "hard";
      return { segment, model: segment === "easy" && random() < 0.6 ? "b" : "a" };
    };
    return crowdOf(random, 2_000, deal, (_, segment) => (segment === "easy" ? 0.9 : 0.5));
  };
  const choices = Array.from({ length: RUNS }, (_, run) => {
    const crowd = confounded(run + 1);
    const given = { current: "a", models: modelsOf(crowd), least: 10 };
    return {
      naive: chooseModel({ ...given, traffic: { experiment: check } }),
      told: chooseModel({ ...given, traffic: trafficOf(crowd) }),
    };
  });

  it("is what raw rates are taken in by, and the same mix is not", () => {
    expect(shareOf(choices.map(({ naive }) => naive.recommendation === "switch"))).toBeGreaterThan(0.9);
    expect(shareOf(choices.map(({ told }) => told.recommendation === "switch"))).toBeLessThanOrEqual(0.05);
  });

  it("is told each time: by the warning, and by rates that are alike in the same mix", () => {
    for (const { told } of choices) {
      expect(told.warnings).toContainEqual({ code: "mix_differs", model: "b", dimensions: ["segment"] });
      const comparison = told.models.find(({ sums }) => sums.model === "b")?.comparison;
      expect(comparison?.differences.positive.raw?.value).toBeGreaterThan(0.15);
      expect(Math.abs(comparison?.sameMix?.difference.value ?? 1)).toBeLessThan(0.1);
    }
  });
});
