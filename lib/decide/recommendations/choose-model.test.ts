import { describe, expect, it } from "vitest";
import { chooseModel, type ModelEvidence, notComparable } from "./choose-model.ts";
import { type CrowdUser, liked, modelsOf, trafficOf, users } from "./testing/crowd.ts";

const check = { experiment: "pair", mismatch: null, harm: [] };

const randomized = (crowd: readonly CrowdUser[], more: Partial<ModelEvidence> = {}) =>
  chooseModel({ current: "a", models: modelsOf(crowd), traffic: { experiment: check }, least: 10, ...more });

const observed = (crowd: readonly CrowdUser[], more: Partial<ModelEvidence> = {}) =>
  chooseModel({ current: "a", models: modelsOf(crowd), traffic: trafficOf(crowd), least: 10, ...more });

const codes = (of: readonly { code: string }[]) => of.map(({ code }) => code);

const even = { latency: 500, cost: 0.01 };
/** The same for everybody, but for a little. */
const paid = (cost: number) => (crowd: CrowdUser[]) =>
  crowd.map((user, at) => ({ ...user, latency: 500 + (at % 5), cost: cost * (1 + (at % 5) / 1_000) }));

describe("where an experiment assigned users", () => {
  it.each<[string, CrowdUser[], string, string | null, string[]]>([
    ["no model at all", [], "not_enough_data", null, ["too_few_ratings"]],
    ["one model", liked("a", 100, 0.5), "not_enough_data", null, ["one_model"]],
    [
      "a model with few ratings",
      [...liked("a", 100, 0.5), ...liked("b", 9, 1)],
      "not_enough_data",
      null,
      ["too_few_ratings"],
    ],
    [
      "a current model with few ratings",
      [...liked("a", 9, 0.5), ...liked("b", 500, 1)],
      "not_enough_data",
      null,
      ["too_few_ratings"],
    ],
    [
      "a difference that is not certain",
      [...liked("a", 200, 0.6), ...liked("b", 200, 0.65)],
      "not_enough_data",
      null,
      ["not_sure_yet"],
    ],
    ["a better one", [...liked("a", 400, 0.5), ...liked("b", 400, 0.75)], "switch", "b", ["surely_better"]],
    ["a worse one", [...liked("a", 400, 0.75), ...liked("b", 400, 0.5)], "keep", "a", ["surely_worse"]],
    [
      "a better one that costs a fifth more",
      [...paid(0.01)(liked("a", 400, 0.5)), ...paid(0.012)(liked("b", 400, 0.75))],
      "keep",
      "a",
      ["surely_better", "costs_more"],
    ],
    [
      "a better one that costs a twentieth more, which is accepted",
      [...paid(0.01)(liked("a", 400, 0.5)), ...paid(0.0105)(liked("b", 400, 0.75))],
      "switch",
      "b",
      ["surely_better"],
    ],
    [
      "a better one that takes twice as long",
      [...liked("a", 400, 0.5, even), ...liked("b", 400, 0.75, { ...even, latency: 1_000 })],
      "keep",
      "a",
      ["surely_better", "slower"],
    ],
    [
      "one that is rated alike and half the price",
      [...paid(0.01)(liked("a", 20_000, 0.7)), ...paid(0.005)(liked("b", 20_000, 0.7))],
      "switch",
      "b",
      ["surely_not_worse", "cheaper"],
    ],
    [
      "one that is rated alike, and no cheaper",
      [...paid(0.01)(liked("a", 20_000, 0.7)), ...paid(0.0098)(liked("b", 20_000, 0.7))],
      "keep",
      "a",
      ["no_gain"],
    ],
    [
      "one half the price whose ratings are not known well enough",
      [...paid(0.01)(liked("a", 300, 0.7)), ...paid(0.005)(liked("b", 300, 0.7))],
      "not_enough_data",
      null,
      ["not_sure_yet"],
    ],
    [
      "a better one that is corrected more often",
      [
        ...liked("a", 400, 0.5),
        ...liked("b", 400, 0.75, { corrected: 1 }).map((user, at) =>
          at % 2 ? user : { ...user, corrected: 0 },
        ),
      ],
      "keep",
      "a",
      ["surely_better", "corrected_more"],
    ],
    [
      "a better one whose corrections keep less",
      [
        ...liked("a", 400, 0.5).map((user, at) => ({ ...user, kept: 0.9 + (at % 3) / 100 })),
        ...liked("b", 400, 0.75).map((user, at) => ({ ...user, kept: 0.5 + (at % 3) / 100 })),
      ],
      "keep",
      "a",
      ["surely_better", "keeps_less"],
    ],
    [
      "one whose users rate twice as often",
      [...liked("a", 400, 0.5), ...users(400, () => ({ model: "a", thumbs: [] })), ...liked("b", 800, 0.75)],
      "not_enough_data",
      null,
      ["response_rates_differ"],
    ],
  ])("of %s", (_, crowd, recommendation, model, reasons) => {
    const choice = randomized(crowd);
    expect([choice.recommendation, choice.model, codes(choice.reasons)]).toEqual([
      ...[recommendation, model, reasons],
    ]);
    expect(codes(choice.warnings)).not.toContain("not_randomized");
  });

  it.each<[string, Partial<CrowdUser>, Partial<CrowdUser>, string[]]>([
    ["nothing where both are known", even, even, []],
    ["nothing where neither is known", {}, {}, []],
    ["nothing where only the candidate's are known", {}, even, []],
    ["the cost where only the current model's is known", even, { latency: 500 }, ["cost"]],
    ["both where only the current model's are known", even, {}, ["cost", "latency"]],
  ])("recommends a better model whose cost or latency is unknown, and tells apart %s", (_, a, b, unknown) => {
    const choice = randomized([...liked("a", 400, 0.5, a), ...liked("b", 400, 0.75, b)]);
    expect(choice).toMatchObject({ recommendation: "switch", model: "b" });
    expect(notComparable(choice, "b")).toEqual(unknown);
  });

  it("takes the best of two better ones, and what is better before what is cheaper", () => {
    const crowd = [...liked("a", 600, 0.4), ...liked("b", 600, 0.7), ...liked("c", 600, 0.85)];
    expect(randomized(crowd)).toMatchObject({ recommendation: "switch", model: "c" });
    expect(randomized(crowd, { current: "c" })).toMatchObject({ recommendation: "keep", model: "c" });
  });

  it("does not wait for a model that hardly answers", () => {
    const crowd = [...liked("a", 400, 0.75), ...liked("b", 400, 0.5), ...liked("c", 3, 1)];
    expect(randomized(crowd)).toMatchObject({ recommendation: "keep", model: "a" });
  });

  it("recommends nothing where users got lost, and no model that does harm", () => {
    const crowd = [...liked("a", 400, 0.5), ...liked("b", 400, 0.75)];
    const lost = randomized(crowd, { traffic: { experiment: { ...check, mismatch: 1e-6 } } });
    expect([lost.recommendation, codes(lost.reasons)]).toEqual([
      "not_enough_data",
      ["sample_ratio_mismatch"],
    ]);
    const harm = [{ model: "b", metric: "score:solved" }];
    const harmed = randomized(crowd, { traffic: { experiment: { ...check, harm } } });
    expect([harmed.recommendation, codes(harmed.reasons)]).toEqual([
      "keep",
      ["surely_better", "guardrail_worse"],
    ]);
  });

  it("says what cannot be compared, as it is not logged", () => {
    const crowd = [...liked("a", 400, 0.5, even), ...liked("b", 400, 0.75, { latency: 500 })];
    expect(randomized(crowd).warnings).toEqual([{ code: "not_compared", metric: "cost", model: "b" }]);
  });
});

describe("where nobody assigned users", () => {
  const mixed = (model: string, count: number, share: number) => [
    ...liked(model, count / 2, share, { segment: "free" }),
    ...liked(model, count / 2, share, { segment: "paid" }),
  ];

  it("recommends by the same rules where the mix is the same, with a warning", () => {
    const choice = observed([...mixed("a", 600, 0.5), ...mixed("b", 600, 0.75)]);
    expect(choice).toMatchObject({ recommendation: "switch", model: "b", experiment: null });
    expect(codes(choice.warnings)).toContain("not_randomized");
    expect(codes(choice.warnings)).not.toContain("mix_differs");
  });

  it("is not taken in by a model that got the easy cohort", () => {
    const crowd = [
      ...liked("a", 500, 0.9, { segment: "easy" }),
      ...liked("a", 500, 0.4, { segment: "hard" }),
      ...liked("b", 500, 0.9, { segment: "easy" }),
    ];
    const choice = observed(crowd);
    expect([choice.recommendation, codes(choice.reasons)]).toEqual(["not_enough_data", ["explained_by_mix"]]);
    expect(choice.warnings).toContainEqual({ code: "mix_differs", model: "b", dimensions: ["segment"] });
    const [, judged] = choice.models;
    expect(judged?.comparison?.differences.positive.raw?.value).toBeCloseTo(0.25, 9);
    expect(judged?.comparison?.sameMix?.difference.value).toBeCloseTo(0, 9);
    expect(randomized(crowd), "which an experiment would have found").toMatchObject({ model: "b" });
  });

  it("nor by one that is cheap because its questions are", () => {
    const costs = (crowd: CrowdUser[]) =>
      crowd.map((user, at) => ({
        ...user,
        cost: (user.segment === "easy" ? 0.001 : 0.01) * (1 + (at % 5) / 1_000),
      }));
    const crowd = costs([
      ...liked("a", 10_000, 0.7, { segment: "easy" }),
      ...liked("a", 10_000, 0.7, { segment: "hard" }),
      ...liked("b", 20_000, 0.7, { segment: "easy" }),
    ]);
    expect(codes(randomized(crowd).reasons)).toEqual(["surely_not_worse", "cheaper"]);
    expect(codes(observed(crowd).reasons)).toEqual(["no_gain"]);
  });

  it("compares nothing of models with different cohorts", () => {
    const choice = observed([
      ...liked("a", 500, 0.5, { segment: "free" }),
      ...liked("b", 500, 0.9, { segment: "paid" }),
    ]);
    expect([choice.recommendation, codes(choice.reasons)]).toEqual(["not_enough_data", ["little_in_common"]]);
  });

  it("says that one came after the other", () => {
    const choice = observed([
      ...liked("a", 400, 0.5, { day: "2026-11-01" }),
      ...liked("b", 400, 0.8, { day: "2026-11-02" }),
    ]);
    expect(choice.warnings).toContainEqual({ code: "one_after_the_other", model: "b", distance: 1 });
  });
});
