import { expect, it } from "vitest";
import {
  createExperiment,
  findExperiment,
  listTransitions,
  newExperimentSchema,
  resumeArm,
} from "#lib/act/experiments/index.ts";
import {
  addVersion,
  archivePrompt,
  createPrompt,
  moveLabel,
  protectLabel,
  readLabels,
} from "#lib/act/prompts/index.ts";
import { assignVariant } from "#lib/domain/assignment.ts";
import { lastDays } from "#lib/evaluate/metrics/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { storeRatedUsers } from "#tests/fixtures/rated-users.ts";
import { serveAssigned, servePrompt } from "../prompts/serve-prompt.ts";
import { comparePair } from "./compare-pair.ts";
import { guardExperiments } from "./guard-experiments.ts";
import { readExperiment } from "./read-experiment.ts";
import { takeExperimentStep } from "./take-step.ts";

testDatabase("bytes");

const taker = { by: "Ada", reason: "Reviewed" };

const versions: Record<string, string> = { a: "v1", b: "v2" };

const author = { name: "Ada", mayMoveProtected: false };

/** The prompt “sum” with the versions v1, which is live, and v2. */
async function writePrompt(projectId: string): Promise<void> {
  const draft = { kind: "text" as const, content: "Sum up.", variables: [], includes: [] };
  const rest = { modelName: null, modelParams: null, note: "" };
  const given = { projectId, template: "sum", draft: { ...draft, ...rest }, author, logged: [] };
  await createPrompt(given);
  await addVersion({ ...given, parentVersion: "v1" });
  await moveLabel({ projectId, template: "sum", label: "live" }, { version: "v1", reason: "First" }, author);
}

/** A project with an experiment that runs, and answers in its arms: one a user, with a thumb. */
async function running(more: object = {}) {
  const { projectId } = await testProject();
  await writePrompt(projectId);
  const arms = ["a", "b"].map((variant) => ({ variant, weight: 0.5, prompt_version: versions[variant] }));
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
  await storeRatedUsers(projectId, {
    ids: Array.from({ length: users }, (_, index) => `${variant}-${index}`),
    up,
    answer: (index) => ({
      ...{ experiment: "pair", variant, responseLatencyMs: latency + index },
      ...{ promptTemplate: "sum", promptVersion: versions[variant] ?? null },
    }),
  });
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
  const { labels, moves } = await readLabels(projectId, "sum");
  expect(labels).toMatchObject([{ label: "live", version: "v2" }]);
  expect(moves[0]).toMatchObject({
    fromVersion: "v1",
    movedBy: "Ada",
    reason: expect.stringContaining("pair"),
  });
  await say(projectId, { variant: "c", users: 1, up: 1, latency: 1 });
  expect((await readExperiment(projectId, "pair", new Date())).analysis?.arms).toMatchObject(
    analysis?.arms ?? [],
  );
});

it("a protected label is moved by a promotion of an owner's or an admin's, and by no other", async () => {
  const projectId = await running();
  const key = { projectId, template: "sum", label: "live" };
  await protectLabel(key, true);
  const step = { ...taker, winner: "b" };
  await expect(takeExperimentStep(projectId, "pair", "promote", step, new Date())).rejects.toMatchObject({
    code: "label_protected",
  });
  expect((await findExperiment(projectId, "pair")).state).toBe("running");
  await takeExperimentStep(projectId, "pair", "promote", { ...step, mayMoveProtected: true }, new Date());
  const { labels, moves } = await readLabels(projectId, "sum");
  expect(labels).toMatchObject([{ label: "live", version: "v2", protected: true }]);
  expect(moves[0]).toMatchObject({ toVersion: "v2", movedBy: "Ada" });
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
  const resume = (variant: string) =>
    resumeArm(guarded.projectId, "pair", variant, { by: "Ada", reason: "The timeout is fixed." });
  await expect(resume("c")).rejects.toMatchObject({ code: "not_found" });
  await expect(resume("a")).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("is not paused"),
  });
  expect(await resume("b")).toMatchObject({
    ...{ state: "paused", splitAt: expect.any(Date), arms: [{ pausedAt: null }, { pausedAt: null }] },
  });
  expect((await listTransitions(guarded.projectId, "pair")).at(-1)).toMatchObject({
    ...{ from: "paused", to: "paused", by: "Ada", reason: "The timeout is fixed." },
    split: { weights: { a: 0.5, b: 0.5 } },
  });
  await takeExperimentStep(guarded.projectId, "pair", "stop", taker, new Date());
  await expect(resume("b")).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("is stopped"),
  });
});

it("versions are told to be randomised only where an experiment dealt them all of the time", async () => {
  const projectId = await running();
  await say(projectId, { variant: "a", users: 60, up: 10, latency: 500 });
  await say(projectId, { variant: "b", users: 60, up: 50, latency: 500 });
  const filter = { projectId, ...lastDays(7, "UTC", new Date()), tz: "UTC", promptTemplate: "sum" };
  expect(await comparePair(filter, ["v1", "v2"])).toMatchObject({
    ...{ side: "side_by_side", unrandomised: true, winner: "v2" },
    a: {
      users: { thumbs: 60, thumbsUp: 10, exposed: 60, squaredThumbs: 60, squaredUp: 10, products: 10 },
      metrics: { interactions: 60 },
    },
  });
  await db().experiment.updateMany({ where: { projectId }, data: { startedAt: new Date(0) } });
  expect(await comparePair(filter, ["v1", "v2"])).toMatchObject({
    side: "randomised",
    unrandomised: false,
  });
});

it("starts with versions that are here, and is not promoted where its label may not be moved", async () => {
  const projectId = await running();
  const arms = ["v1", "v9"].map((version) => ({ variant: version, weight: 0.5, prompt_version: version }));
  const sent = {
    experiment: "other",
    hypothesis: "x",
    kind: "prompt",
    prompt_template: "sum",
    label: "next",
    arms,
  };
  const primary_metric = { metric: "positive_rate" };
  await createExperiment(projectId, newExperimentSchema.parse({ ...sent, primary_metric }), "Ada");
  await expect(takeExperimentStep(projectId, "other", "start", taker, new Date())).rejects.toMatchObject({
    ...{ code: "experiment_incomplete", message: expect.stringContaining("arms.1.prompt_version") },
  });
  await archivePrompt(projectId, "sum", true);
  const promote = takeExperimentStep(projectId, "pair", "promote", { ...taker, winner: "b" }, new Date());
  await expect(promote).rejects.toMatchObject({ code: "prompt_archived" });
  expect(await findExperiment(projectId, "pair")).toMatchObject({ state: "running", winner: null });
});

it("a prompt is served with what the arms of its label's experiment serve, and each user's own on request", async () => {
  const projectId = await running();
  const read = async (asked: { label?: string; version?: string }) =>
    JSON.parse((await servePrompt(projectId, "sum", asked)).text);
  const { experiment, version } = await read({ label: "live" });
  expect([version, experiment]).toMatchObject([
    "v1",
    {
      ...{ experiment: "pair", traffic: 1, salt: (await findExperiment(projectId, "pair")).salt },
      arms: [
        { variant: "a", weight: 0.5, version: "v1", text: "Sum up." },
        { variant: "b", weight: 0.5, version: "v2", text: "Sum up." },
      ],
    },
  ]);
  expect((await read({ version: "v1" })).experiment).toBeNull();
  const dealt = new Set<string>();
  for (let index = 0; index < 20; index++) {
    const variant = assignVariant(experiment, `user-${index}`) ?? "";
    dealt.add(variant);
    const { text } = await serveAssigned(projectId, "sum", { label: "live" }, `user-${index}`);
    expect(JSON.parse(text)).toMatchObject({
      ...{ version: versions[variant], label: "live", assignment: { experiment: "pair", variant } },
    });
  }
  expect(dealt.size).toBe(2);
  await takeExperimentStep(projectId, "pair", "pause", taker, new Date());
  expect((await read({ label: "live" })).experiment).toBeNull();
  const { text } = await serveAssigned(projectId, "sum", { label: "live" }, "user-1");
  expect(JSON.parse(text)).toMatchObject({ version: "v1", assignment: null });
});
