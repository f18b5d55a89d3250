import { expect, it } from "vitest";
import {
  createExperiment,
  findExperiment,
  listTransitions,
  newExperimentSchema,
} from "#lib/act/experiments/index.ts";
import { lastDays } from "#lib/evaluate/metrics/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { comparePair } from "./compare-pair.ts";
import { guardExperiments } from "./guard-experiments.ts";
import { readExperiment } from "./read-experiment.ts";
import { takeExperimentStep } from "./take-step.ts";

testDatabase("bytes");

const taker = { by: "Ada", reason: "Reviewed" };

/** A project with an experiment that runs, and answers in its arms: one a user, with a thumb. */
async function running(more: object = {}) {
  const { projectId } = await testProject();
  const arms = ["a", "b"].map((variant) => ({ variant, weight: 0.5, prompt_version: `v-${variant}` }));
  const sent = newExperimentSchema.parse({
    ...{
      experiment: "pair",
      hypothesis: "b is better",
      kind: "prompt",
      prompt_template: "sum",
      label: "live",
    },
    ...{ primary_metric: { metric: "positive_rate" }, guardrails: [{ metric: "latency" }], arms, ...more },
  });
  await createExperiment(projectId, sent, "Ada");
  await takeExperimentStep(projectId, "pair", "start", taker, new Date());
  return projectId;
}

interface Said {
  variant: string;
  users: number;
  up: number;
  latency: number;
}

async function say(projectId: string, { variant, users, up, latency }: Said): Promise<void> {
  const at = new Date();
  const ids = Array.from({ length: users }, (_, index) => `${variant}-${index}`);
  await db().interaction.createMany({
    data: ids.map((interactionId, index) => ({
      ...{ projectId, interactionId, featureName: "f", modelName: "m", responseText: "r", createdAt: at },
      ...{ userHash: interactionId, experiment: "pair", variant, responseLatencyMs: latency + index },
      ...{ promptTemplate: "sum", promptVersion: `v-${variant}` },
    })),
  });
  await db().feedback.createMany({
    data: ids.map((interactionId, index) => ({
      ...{
        projectId,
        interactionId,
        feedbackId: interactionId,
        rater: "token",
        ratingType: "binary" as const,
      },
      ...{ ratingValue: index < up ? 1 : 0, createdAt: at, updatedAt: at },
    })),
  });
  const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
  await db().metricMark.create({ data: { projectId, minute } });
}

it("an experiment tells what it lacks, names a winner once it is certain, and keeps what it said", async () => {
  const projectId = await running();
  await say(projectId, { variant: "a", users: 20, up: 10, latency: 500 });
  const early = await readExperiment(projectId, "pair", new Date());
  expect(early.analysis?.verdict).toMatchObject({ winner: null });
  expect(early.analysis?.verdict.obstacles.map(({ code }) => code)).toContain("too_few_ratings");
  await db().interaction.deleteMany({ where: { projectId } });
  await say(projectId, { variant: "a", users: 200, up: 60, latency: 500 });
  await say(projectId, { variant: "b", users: 200, up: 150, latency: 500 });
  const { analysis } = await readExperiment(projectId, "pair", new Date());
  expect(analysis?.arms).toMatchObject([
    { variant: "a", exposed: 200, ratings: 200, plain: { estimate: { value: 0.3 }, difference: null } },
    { variant: "b", exposed: 200, ratings: 200, plain: { estimate: { value: 0.75 } } },
  ]);
  expect(analysis?.verdict).toMatchObject({ winner: "b", obstacles: [] });
  const step = { ...taker, winner: "b" };
  const { decision } = await takeExperimentStep(projectId, "pair", "promote", step, new Date());
  expect(decision).toMatchObject({ metric: "positive_rate", analysis: { winner: "b" } });
  await say(projectId, { variant: "c", users: 1, up: 1, latency: 1 });
  expect((await readExperiment(projectId, "pair", new Date())).analysis?.arms).toMatchObject(
    analysis?.arms ?? [],
  );
});

it("an arm in which a guardrail is surely worse is paused where the owner switched that on", async () => {
  const states = async (more: object) => {
    const projectId = await running(more);
    await say(projectId, { variant: "a", users: 40, up: 20, latency: 500 });
    await say(projectId, { variant: "b", users: 40, up: 20, latency: 5_000 });
    await guardExperiments(projectId);
    return { projectId, ...(await findExperiment(projectId, "pair")) };
  };
  expect(await states({})).toMatchObject({
    state: "running",
    arms: [{ pausedAt: null }, { pausedAt: null }],
  });
  const guarded = await states({ pause_on_harm: true });
  expect(guarded).toMatchObject({
    state: "paused",
    arms: [{ pausedAt: null }, { pausedAt: expect.any(Date) }],
  });
  expect((await listTransitions(guarded.projectId, "pair")).at(-1)).toMatchObject({
    ...{ from: "running", to: "paused", by: "Whetstone", reason: expect.stringContaining("latency") },
  });
});

it("versions are told to be randomised only where an experiment dealt them all of the time", async () => {
  const projectId = await running();
  await say(projectId, { variant: "a", users: 60, up: 10, latency: 500 });
  await say(projectId, { variant: "b", users: 60, up: 50, latency: 500 });
  const filter = { projectId, ...lastDays(7, "UTC", new Date()), tz: "UTC", promptTemplate: "sum" };
  expect(await comparePair(filter, ["v-a", "v-b"])).toMatchObject({
    ...{ side: "side_by_side", unrandomised: true, winner: "v-b" },
    a: { users: { thumbs: 60, thumbsUp: 10, exposed: 60 }, metrics: { interactions: 60 } },
  });
  await db().experiment.updateMany({ where: { projectId }, data: { startedAt: new Date(0) } });
  expect(await comparePair(filter, ["v-a", "v-b"])).toMatchObject({
    side: "randomised",
    unrandomised: false,
  });
});
