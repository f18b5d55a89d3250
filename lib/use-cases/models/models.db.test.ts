import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createExperiment, newExperimentSchema } from "#lib/act/experiments/index.ts";
import { allowSwitch, moveModelLabel, readModelLabels, readRuns } from "#lib/act/models/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { log } from "#lib/platform/log.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { storeRatedUsers } from "#tests/fixtures/rated-users.ts";
import { takeExperimentStep } from "../experiments/take-step.ts";
import { readRecommendation } from "./read-recommendation.ts";
import { recommendationJson, recommendationSchema } from "./recommendation-json.ts";
import { readGuard, switchModels } from "./switch-models.ts";

testDatabase("bytes");

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

interface Said {
  model: string;
  users: number;
  up: number;
  segment?: string;
  variant?: string;
}

/** Answers of a model, one a user, each with a thumb. */
async function say({ model, users, up, segment, variant }: Said): Promise<void> {
  await storeRatedUsers(projectId, {
    ids: Array.from({ length: users }, (_, index) => `${model}-${segment}-${index}`),
    up,
    answer: (index) => ({
      ...{ featureName: "sum", modelName: model, segment: segment ?? null },
      ...{ responseLatencyMs: 500 + (index % 7), costUsd: 0.01 + (index % 5) / 10_000 },
      ...(variant ? { experiment: "pair", variant } : {}),
    }),
  });
}

const taker = { by: "Ada", reason: "Reviewed" };

const pair = {
  ...{ experiment: "pair", hypothesis: "Large is better.", kind: "model", feature_name: "sum" },
  arms: [
    { variant: "control", weight: 0.5, model_name: "small" },
    { variant: "new", weight: 0.5, model_name: "large" },
  ],
  primary_metric: { metric: "positive_rate" },
};

/** An experiment between models, that has started. */
async function startExperiment(more: object = {}): Promise<void> {
  const sent = newExperimentSchema.parse({ ...pair, ...more });
  await createExperiment(projectId, sent, "Ada");
  await takeExperimentStep(projectId, sent.experiment, "start", taker, new Date());
}

const label = (model: string, by = "Ada") =>
  moveModelLabel({ projectId, feature: "sum", label: "production" }, { model, reason: "So.", by });

const read = async (now = new Date()) => {
  const found = await readRecommendation({ projectId, feature: "sum", tz: "UTC" }, now);
  return recommendationSchema.parse(recommendationJson(found));
};

describe("what is recommended", () => {
  it("refuses a feature that nothing tells of, and knows one that has but a label", async () => {
    await expect(read()).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining("“sum”"),
    });
    await label("small");
    expect(await read()).toMatchObject({
      ...{
        recommendation: "not_enough_data",
        model: null,
        current_model: "small",
        labeled: true,
        models: [],
      },
      reasons: [{ code: "too_few_ratings", model_name: "small" }],
    });
  });

  it("comes from the answers, with what may explain them, where no experiment ran", async () => {
    await say({ model: "small", users: 300, up: 270, segment: "easy" });
    await say({ model: "small", users: 300, up: 120, segment: "hard" });
    await say({ model: "large", users: 300, up: 270, segment: "easy" });
    const found = await read();
    expect(found).toMatchObject({
      ...{ recommendation: "not_enough_data", current_model: "small", labeled: false, randomized: false },
      ...{ experiment: null, shortened: false, reasons: [{ code: "explained_by_mix", model_name: "large" }] },
      models: [
        { model_name: "small", is_current: true, users: 600, ratings: 600, comparison: null },
        {
          ...{ model_name: "large", is_current: false, positive_rate: { value: 0.9, n: 300 } },
          comparison: {
            ...{ outcome: "unsure", difference: { positive_rate: { value: expect.closeTo(0.25, 9) } } },
            same_mix_difference: { positive_rate: { value: expect.closeTo(0, 9) } },
            same_mix: { in_common: expect.closeTo(2 / 3, 9) },
          },
        },
      ],
    });
    expect(found.warnings.map(({ code }) => code)).toEqual(["not_randomized", "mix_differs"]);
    expect(found.warnings[1]?.message).toContain("mix of segments");
    const segments = found.models[1]?.comparison?.mix.find(({ dimension }) => dimension === "segment");
    expect(segments).toMatchObject({
      ...{ differs: true, distance: 0.5, same_mix_difference: expect.closeTo(0, 9) },
      most: { value: "easy", current: 0.5, candidate: 1 },
    });
  });

  it("comes from an experiment where one ran, whatever else was answered", async () => {
    await startExperiment();
    await say({ model: "small", users: 300, up: 120, variant: "control" });
    await say({ model: "large", users: 300, up: 240, variant: "new" });
    await say({ model: "large", users: 300, up: 0, segment: "elsewhere" });
    await label("small");
    const found = await read();
    expect(found).toMatchObject({
      ...{ recommendation: "switch", model: "large", randomized: true, experiment: "pair", since: null },
      reasons: [
        {
          code: "surely_better",
          message: expect.stringMatching(/^“large” is rated significantly better .*\+40\.0 points/),
        },
      ],
      ...{ warnings: [], models: [{ model_name: "small" }, { model_name: "large", ratings: 300 }] },
    });
    await label("large");
    expect(await read()).toMatchObject({ recommendation: "keep", model: "large", randomized: true });
    await label("small");
    await takeExperimentStep(projectId, "pair", "promote", { ...taker, winner: "new" }, new Date());
    const { labels, moves } = await readModelLabels(projectId, "sum");
    expect(labels, "promoting moves the label").toEqual([{ label: "production", model: "large" }]);
    expect(moves[0]).toMatchObject({
      ...{ fromModel: "small", toModel: "large", movedBy: "Ada", byItself: false },
      reason: "Experiment “pair” was promoted: Reviewed",
    });
    expect(await read()).toMatchObject({ recommendation: "keep", model: "large", randomized: true });
    const later = new Date(Date.now() + 91 * 86_400_000);
    expect(await read(later), "after 90 days").toMatchObject({ randomized: false });
  });

  it("leaves the label alone where an experiment of another kind is promoted", async () => {
    await label("small");
    await startExperiment({ kind: "custom" });
    await takeExperimentStep(projectId, "pair", "promote", { ...taker, winner: "new" }, new Date());
    expect((await readModelLabels(projectId, "sum")).labels).toEqual([
      { label: "production", model: "small" },
    ]);
  });

  it("is not taken from an experiment in which the current model was not", async () => {
    await startExperiment();
    await say({ model: "small", users: 50, up: 20, variant: "control" });
    await label("third");
    expect(await read()).toMatchObject({ randomized: false, current_model: "third" });
  });
});

describe("a switch by itself", () => {
  const DAY_MS = 86_400_000;
  const [start] = [Date.now()];
  const day = (after: number) => new Date(start + after * DAY_MS);

  beforeEach(async () => {
    await startExperiment();
    await say({ model: "small", users: 300, up: 120, variant: "control" });
    await say({ model: "large", users: 300, up: 240, variant: "new" });
    await label("small");
    await db().featureModelMove.updateMany({ where: { projectId }, data: { movedAt: day(-30) } });
  });

  const moves = async () => (await readModelLabels(projectId, "sum")).moves;

  const guardOn = async (now: Date) => {
    const found = await readRecommendation({ projectId, feature: "sum", tz: "UTC" }, now);
    return readGuard(projectId, found, now);
  };

  it("is never made where nobody allowed it", async () => {
    for (const after of [0, 1, 2, 3]) await switchModels(projectId, day(after));
    expect(await moves()).toHaveLength(1);
    expect(await readRuns(projectId, "sum")).toEqual([]);
    expect(await guardOn(day(3))).toEqual({ state: "off" });
  });

  it("is made on the third day, recorded as such, and not again once it was rolled back", async () => {
    await allowSwitch(projectId, "sum", { automatic: true, by: "Ada" });
    await switchModels(projectId, day(0));
    await switchModels(projectId, day(0));
    await switchModels(projectId, day(1));
    expect(await guardOn(day(1))).toMatchObject({ state: "holding", runs: 2 });
    expect(await moves()).toHaveLength(1);
    await switchModels(projectId, day(2));
    expect((await moves())[0]).toMatchObject({
      ...{ fromModel: "small", toModel: "large", movedBy: "Whetstone", byItself: true },
      reason: expect.stringMatching(/on 3 days in a row by the experiment “pair”.*significantly better/),
    });
    await label("small");
    for (let after = 3; after < 40; after++) await switchModels(projectId, day(after));
    expect((await moves())[0]).toMatchObject({ toModel: "small", movedBy: "Ada" });
    expect(await guardOn(day(39))).toEqual({ state: "left_before", model: "large" });
  });

  it("is not made once the experiment was stopped", async () => {
    await allowSwitch(projectId, "sum", { automatic: true, by: "Ada" });
    await switchModels(projectId, day(0));
    await takeExperimentStep(projectId, "pair", "stop", taker, new Date());
    for (let after = 1; after < 4; after++) await switchModels(projectId, day(after));
    expect(await moves()).toHaveLength(1);
    expect(await guardOn(day(3))).toEqual({ state: "decided_otherwise", model: "large" });
  });

  it("is not made to a model whose cost was not logged", async () => {
    await db().interaction.updateMany({ where: { projectId, modelName: "large" }, data: { costUsd: null } });
    await allowSwitch(projectId, "sum", { automatic: true, by: "Ada" });
    for (let after = 0; after < 4; after++) await switchModels(projectId, day(after));
    expect(await moves()).toHaveLength(1);
    expect(await guardOn(day(3))).toEqual({ state: "not_comparable", model: "large", metrics: ["cost"] });
  });

  it("is made although a feature before it fails", async () => {
    const feature = "a feature before";
    const warn = vi.spyOn(log(), "warn").mockReturnValue(undefined);
    onTestFinished(() => warn.mockRestore());
    await moveModelLabel(
      { projectId, feature, label: "production" },
      { model: "small", reason: "So.", by: "Ada" },
    );
    await startExperiment({ experiment: "broken", feature_name: feature });
    await takeExperimentStep(projectId, "broken", "stop", taker, new Date());
    await db().experiment.updateMany({
      where: { projectId, experiment: "broken" },
      data: { guardrails: { not: "a list" } },
    });
    for (const name of [feature, "sum"]) await allowSwitch(projectId, name, { automatic: true, by: "Ada" });
    for (let after = 0; after < 3; after++) await switchModels(projectId, day(after));
    expect((await moves())[0]).toMatchObject({ toModel: "large", byItself: true });
    expect(await readRuns(projectId, feature)).toEqual([]);
    expect(warn.mock.calls.map(([about]) => about)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ projectId, feature })),
    );
  });
});
