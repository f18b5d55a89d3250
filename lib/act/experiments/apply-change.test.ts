import { describe, expect, it } from "vitest";
import { changedSettings, closedChanges, newSettings } from "./apply-change.ts";
import type { Experiment } from "./experiment.ts";
import { experimentChangeSchema, newExperimentSchema } from "./schema.ts";
import { findFaults, findMissing } from "./validate-experiment.ts";

const arms = [
  { variant: "now", weight: 0.5, prompt_version: "v1" },
  { variant: "next", weight: 0.5, prompt_version: "v2" },
];
const whole = {
  experiment: "shorter",
  hypothesis: "Shorter answers are liked better.",
  kind: "prompt",
  prompt_template: "summary",
  label: "production",
  primary_metric: { metric: "positive_rate" },
  guardrails: [{ metric: "latency", tolerance: 0.1 }],
  arms,
};
const settingsOf = (more: object = {}) => newSettings(newExperimentSchema.parse({ ...whole, ...more }));

describe("a new experiment", () => {
  it("has what nobody says: the first arm is the control, and a metric has its usual better end", () => {
    const { arms: kept, primaryMetric, guardrails, traffic } = settingsOf();
    expect(kept.map(({ variant, isControl }) => [variant, isControl])).toEqual([
      ["now", true],
      ["next", false],
    ]);
    expect([primaryMetric, guardrails, traffic]).toEqual([
      { metric: "positive_rate", better: "higher" },
      [{ metric: "latency", better: "lower", tolerance: 0.1 }],
      1,
    ]);
    expect(findMissing(settingsOf())).toEqual([]);
  });

  it.each([
    ["weights that do not add up", { arms: [arms[0], { ...arms[1], weight: 0.4 }] }, "arms"],
    ["a variant twice", { arms: [arms[0], { ...arms[1], variant: "now" }] }, "arms.1.variant"],
    ["two controls", { arms: arms.map((arm) => ({ ...arm, is_control: true })) }, "arms"],
    [
      "a primary metric that guards, too",
      { guardrails: [{ metric: "positive_rate" }] },
      "guardrails.0.metric",
    ],
    ["a guardrail twice", { guardrails: [{ metric: "cost" }, { metric: "cost" }] }, "guardrails.1.metric"],
    ["a primary metric of no quality", { primary_metric: { metric: "latency" } }, "primary_metric.metric"],
    ["versions of no prompt", { kind: "model", prompt_template: null, label: null }, "arms.0.prompt_version"],
  ])("is refused by name for %s", (_, more, path) => {
    expect(findFaults(settingsOf(more))[0]?.path).toBe(path);
  });

  it.each([
    ["a hypothesis", { hypothesis: "  " }, "hypothesis"],
    ["a primary metric", { primary_metric: null }, "primary_metric"],
    ["a prompt", { prompt_template: null, label: null }, "prompt_template"],
    ["a label", { label: null }, "label"],
    ["a version of an arm", { arms: [arms[0], { variant: "next", weight: 0.5 }] }, "arms.1.prompt_version"],
    [
      "a model of an arm",
      { kind: "model", arms: [{ ...arms[0], model_name: "small" }, arms[1]] },
      "arms.1.model_name",
    ],
  ])("does not start without %s", (_, more, path) => {
    expect(findFaults(settingsOf(more))).toEqual([]);
    expect(findMissing(settingsOf(more)).map((fault) => fault.path)).toEqual([path]);
  });

  it.each([
    ["speed", "primary_metric.metric"],
    ["signal:wink", "primary_metric.metric"],
    ["score:", "primary_metric.metric"],
    ["", "primary_metric.metric"],
  ])("has no metric called “%s”", (metric, path) => {
    const { error } = newExperimentSchema.safeParse({ ...whole, primary_metric: { metric } });
    expect(error?.issues[0]?.path.join(".")).toBe(path);
  });

  it.each(["signal:copy", "score:task solved", "score:a:b", "star_mean"])("takes the metric %s", (metric) => {
    expect(newExperimentSchema.safeParse({ ...whole, primary_metric: { metric } }).success).toBe(true);
  });
});

describe("a change", () => {
  const experiment = (state: Experiment["state"]): Experiment => ({
    ...settingsOf(),
    ...{ experiment: "shorter", salt: "s", state, winner: null, decision: null, createdBy: "Ada" },
    ...{ createdAt: new Date(0), startedAt: null, splitAt: null, endedAt: null },
  });
  const closed = (state: Experiment["state"], change: object) => {
    const before = experiment(state);
    const after = changedSettings(before, experimentChangeSchema.parse(change));
    return closedChanges(before, after).map(({ path }) => path);
  };
  const shifted = { arms: arms.map((arm, index) => ({ ...arm, weight: index === 0 ? 0.2 : 0.8 })) };

  it.each([
    ["draft", { primary_metric: { metric: "star_mean" }, label: null, arms: [] as object[] }, []],
    ["running", { primary_metric: { metric: "star_mean" } }, ["primary_metric"]],
    ["running", { primary_metric: { metric: "positive_rate", better: "lower" } }, ["primary_metric"]],
    ["running", { primary_metric: { metric: "positive_rate" } }, []],
    ["running", { guardrails: [] }, ["guardrails"]],
    ["running", { hypothesis: "Another" }, ["hypothesis"]],
    ["running", { traffic: 0.5, pause_on_harm: true }, []],
    ["running", shifted, []],
    ["paused", shifted, []],
    ["running", { arms: [arms[0], { ...arms[1], prompt_version: "v3" }] }, ["arms"]],
    ["running", { arms: [...arms, { variant: "third", weight: 0 }] }, ["arms"]],
    ["stopped", { traffic: 0.5 }, ["traffic"]],
    ["promoted", shifted, ["arms"]],
  ] as const)("of one that is %s: %j closes %j", (state, change, paths) => {
    const sent = "arms" in change && change.arms.length === 0 ? { ...change, arms } : change;
    expect(closed(state, sent)).toEqual(paths);
  });
});
