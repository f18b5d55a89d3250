import { expect, it } from "vitest";
import { newSettings } from "#lib/act/experiments/apply-change.ts";
import { newExperimentSchema } from "#lib/act/experiments/schema.ts";
import {
  draftOf,
  emptyDraft,
  experimentBody,
  nextKey,
  splitBody,
  splitEvenly,
  toPercent,
  toShare,
  withKind,
} from "./experiment-draft.ts";

const draft = {
  ...emptyDraft,
  ...{ name: "short-answers", hypothesis: "Shorter is better.", promptTemplate: "summary", traffic: "20" },
  arms: [
    { key: "1", variant: " control ", percent: "33.4", promptVersion: "v3", modelName: "" },
    { key: "2", variant: "short", percent: "66.6", promptVersion: "v4", modelName: "" },
  ],
  guardrails: [
    { key: "1", metric: "latency", tolerance: "10" },
    { key: "2", metric: "star_mean", tolerance: "0.5" },
  ],
};

it("percent become shares, and names lose the spaces around them", () => {
  expect(experimentBody(draft)).toMatchObject({
    ...{ traffic: 0.2, prompt_template: "summary", label: "production", feature_name: null },
    guardrails: [
      { metric: "latency", tolerance: 0.1 },
      { metric: "star_mean", tolerance: 0.5 },
    ],
    arms: [
      { variant: "control", weight: 0.334, is_control: true, prompt_version: "v3", model_name: null },
      { variant: "short", weight: 0.666, is_control: false, prompt_version: "v4", model_name: null },
    ],
  });
});

it("another kind takes along nothing that only the old one has", () => {
  const model = withKind(draft, "model");
  const named = { ...model, arms: model.arms.map((arm) => ({ ...arm, modelName: "m" })) };
  expect(experimentBody(named)).toMatchObject({
    ...{ kind: "model", prompt_template: null, label: null },
    arms: [
      { prompt_version: null, model_name: "m" },
      { prompt_version: null, model_name: "m" },
    ],
  });
  expect(experimentBody(withKind(named, "prompt"))).toMatchObject({
    ...{ kind: "prompt", prompt_template: null, label: "production" },
    arms: [{ prompt_version: null, model_name: null }, { model_name: null }],
  });
});

it("what was entered is accepted, and comes back to be edited", () => {
  const sent = newExperimentSchema.parse({ experiment: draft.name, ...experimentBody(draft) });
  const none = { startedAt: null, splitAt: null, endedAt: null, winner: null, decision: null };
  const kept = {
    ...newSettings(sent),
    ...none,
    ...{
      experiment: draft.name,
      salt: "s",
      state: "draft" as const,
      createdBy: "Ada",
      createdAt: new Date(0),
    },
  };
  const trimmed = draft.arms.map((arm) => ({ ...arm, variant: arm.variant.trim() }));
  const better = { positive_rate: "higher", latency: "lower", star_mean: "higher" };
  expect(draftOf(kept)).toEqual({ ...draft, arms: trimmed, better });
  expect(experimentBody({ ...draft, better: { positive_rate: "lower" } }).primary_metric).toEqual({
    ...{ metric: "positive_rate", better: "lower" },
  });
});

it("a changed split sends the arms as they are, with other weights, and a reason if there is one", () => {
  const { arms } = newSettings(newExperimentSchema.parse({ experiment: "e", ...experimentBody(draft) }));
  const entered = { traffic: "50", percents: ["20", "eighty"] };
  expect(splitBody(arms, entered, " ")).toEqual({
    traffic: 0.5,
    arms: [
      { variant: "control", weight: 0.2, is_control: true, prompt_version: "v3", model_name: null },
      { variant: "short", weight: "eighty", is_control: false, prompt_version: "v4", model_name: null },
    ],
  });
  expect(splitBody(arms, entered, "Fewer")).toMatchObject({ reason: "Fewer" });
  expect(arms.map(({ weight }) => toPercent(weight))).toEqual(["33.4", "66.6"]);
});

it.each([
  ["50", 0.5],
  ["33.3", 0.333],
  ["", ""],
  ["half", "half"],
])("%j is sent as %j", (text, share) => expect(toShare(text)).toBe(share));

it.each([
  [2, ["50", "50"]],
  [3, ["33.4", "33.3", "33.3"]],
  [7, ["14.8", "14.2", "14.2", "14.2", "14.2", "14.2", "14.2"]],
])("%i arms are split evenly, and add up", (count, percents) => {
  const arms = Array.from({ length: count }, (_, index) => ({
    ...{ key: String(index), variant: "v", percent: "", promptVersion: "", modelName: "" },
  }));
  const split = splitEvenly(arms).map(({ percent }) => percent);
  expect(split).toEqual(percents);
  expect(split.reduce((sum, percent) => sum + Number(percent), 0)).toBeCloseTo(100, 9);
});

it("a new line has a key of its own", () => expect(nextKey([{ key: "1" }, { key: "4" }])).toBe("5"));
