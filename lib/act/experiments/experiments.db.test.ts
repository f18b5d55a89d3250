import { expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  changeExperiment,
  createExperiment,
  type ExperimentStep,
  experimentChangeSchema,
  findExperiment,
  listExperiments,
  listModelExperiments,
  listTransitions,
  newExperimentSchema,
  pauseArm,
  runningExperiment,
  stepExperiment,
} from "./index.ts";

testDatabase();

const sent = {
  experiment: "shorter",
  hypothesis: "Shorter answers are liked better.",
  kind: "prompt",
  prompt_template: "summary",
  label: "production",
  primary_metric: { metric: "positive_rate" },
  arms: [
    { variant: "now", weight: 0.5, prompt_version: "v1" },
    { variant: "next", weight: 0.3, prompt_version: "v2" },
    { variant: "third", weight: 0.2, prompt_version: "v3" },
  ],
};

const by = { by: "Ada", reason: "Reviewed" };

/** A project with a draft, and steps of it. */
async function drafted(more: object = {}) {
  const { projectId } = await testProject();
  const create = (given: object) =>
    createExperiment(projectId, newExperimentSchema.parse({ ...sent, ...given }), "Ada");
  await create(more);
  const step = (name: ExperimentStep, given: object = {}) =>
    stepExperiment(projectId, "shorter", name, { ...by, ...given });
  const change = (given: object) =>
    changeExperiment(projectId, "shorter", experimentChangeSchema.parse(given), "Bob");
  const states = async () =>
    (await listTransitions(projectId, "shorter")).map(({ from, to }) => `${from} ${to}`);
  return { projectId, create, step, change, states };
}

const paths = (error: { extras: { errors?: { path: string }[] } }) =>
  error.extras.errors?.map(({ path }) => path);

it("is created as a draft, under a name that nobody else's has, with a salt of its own", async () => {
  const { projectId, create, states } = await drafted();
  const other = await drafted();
  const [one, two] = await Promise.all(
    [projectId, other.projectId].map((id) => findExperiment(id, "shorter")),
  );
  expect(one).toMatchObject({ state: "draft", traffic: 1, startedAt: null, createdBy: "Ada" });
  expect(one?.arms.map(({ variant, isControl }) => [variant, isControl])).toEqual([
    ["now", true],
    ["next", false],
    ["third", false],
  ]);
  expect(one?.salt).toHaveLength(43);
  expect(one?.salt).not.toBe(two?.salt);
  await expect(create({})).rejects.toMatchObject({ code: "conflict" });
  await expect(create({ experiment: "bad", arms: sent.arms.slice(0, 2) })).rejects.toMatchObject({
    code: "invalid_body",
    message: expect.stringContaining("add up to 1, not 0.8"),
  });
  expect(await states()).toEqual(["null draft"]);
  expect(await listExperiments(projectId, { state: "running" })).toEqual([]);
});

it("tells of a feature's models once it started and until it ended long ago, without its decision", async () => {
  const { projectId, create, step } = await drafted();
  const arms = [
    { variant: "now", weight: 0.5, model_name: "small" },
    { variant: "next", weight: 0.5, model_name: "large" },
  ];
  const between = { kind: "model", prompt_template: null, label: null, arms };
  for (const [experiment, feature_name] of [
    ["one", "sum"],
    ["two", "sum"],
    ["draft", "sum"],
    ["other", "mail"],
  ])
    await create({ ...between, experiment, feature_name });
  await step("start");
  for (const name of ["one", "two", "other"]) await stepExperiment(projectId, name, "start", by);
  const names = async (endedAfter: Date) =>
    (await listModelExperiments(projectId, "sum", endedAfter)).map(({ experiment }) => experiment);
  expect((await names(new Date(0))).sort()).toEqual(["one", "two"]);
  await stepExperiment(projectId, "one", "stop", { ...by, decision: { verdict: "none" } });
  expect(await names(new Date(Date.now() + 60_000))).toEqual(["two"]);
  const [two] = await listModelExperiments(projectId, "sum", new Date());
  expect(two).toEqual({
    ...{ experiment: "two", promptTemplate: null },
    arms: [
      { variant: "now", promptVersion: null, modelName: "small" },
      { variant: "next", promptVersion: null, modelName: "large" },
    ],
  });
});

it("is changed in everything while it is a draft", async () => {
  const { projectId, change, states } = await drafted();
  await change({
    primary_metric: { metric: "score:solved" },
    label: null,
    arms: sent.arms.slice(0, 2).map(half),
  });
  expect(await findExperiment(projectId, "shorter")).toMatchObject({
    ...{ primaryMetric: { metric: "score:solved", better: "higher" }, label: null },
    arms: [{ variant: "now" }, { variant: "next" }],
  });
  await expect(change({ arms: sent.arms.map(half) })).rejects.toMatchObject({ code: "invalid_body" });
  expect(await states()).toEqual(["null draft"]);
});

const half = (arm: object) => ({ ...arm, weight: 0.5 });

it("starts once it has all that it needs", async () => {
  const { step, change } = await drafted({ hypothesis: "", primary_metric: null, label: null });
  const refused = await step("start").catch((error) => error);
  expect([refused.code, refused.status, paths(refused)]).toEqual([
    ...["experiment_incomplete", 422],
    ["hypothesis", "primary_metric", "label"],
  ]);
  await change({ hypothesis: "Yes", primary_metric: { metric: "star_mean" }, label: "production" });
  const started = await step("start");
  expect(started).toMatchObject({ state: "running", startedAt: expect.any(Date) });
  expect(started.splitAt).toEqual(started.startedAt);
});

it("changes in nothing that it is judged by once it runs, and records a change of its split", async () => {
  const { projectId, step, change } = await drafted();
  await step("start");
  const refused = await change({ primary_metric: { metric: "star_mean" } }).catch((error) => error);
  expect([refused.code, paths(refused)]).toEqual(["conflict", ["primary_metric"]]);
  const arms = sent.arms.map((arm, index) => ({ ...arm, weight: [0.2, 0.4, 0.4][index] }));
  const changed = await change({ arms, traffic: 0.5, reason: "It does well" });
  expect(changed.splitAt?.getTime()).toBeGreaterThanOrEqual(changed.startedAt?.getTime() ?? Infinity);
  expect((await listTransitions(projectId, "shorter")).at(-1)).toMatchObject({
    ...{ from: "running", to: "running", by: "Bob", reason: "It does well" },
    split: { traffic: 0.5, weights: { now: 0.2, next: 0.4, third: 0.4 } },
  });
});

it("takes each step that its state allows, and keeps who took it and why", async () => {
  const { projectId, step, states } = await drafted();
  for (const name of ["start", "pause", "resume"] as const) await step(name);
  await expect(step("start")).rejects.toMatchObject({ code: "conflict" });
  await expect(step("promote", { winner: "nobody" })).rejects.toMatchObject({ code: "invalid_body" });
  const done = await step("promote", { winner: "next", decision: { n: 100 }, reason: "Better" });
  expect(done).toMatchObject({ state: "promoted", winner: "next", decision: { n: 100 } });
  expect(done.endedAt).toBeInstanceOf(Date);
  await expect(step("stop")).rejects.toMatchObject({ code: "conflict" });
  expect(await states()).toEqual([
    ...["null draft", "draft running", "running paused", "paused running", "running promoted"],
  ]);
  expect((await listTransitions(projectId, "shorter")).at(-1)).toMatchObject({ by: "Ada", reason: "Better" });
});

it("takes a step with all that belongs to it, or not at all", async () => {
  const { projectId, step, states } = await drafted();
  await step("start");
  const within = async () => {
    throw new Error("The label could not be moved.");
  };
  await expect(step("promote", { winner: "next", within })).rejects.toThrow("could not be moved");
  expect(await findExperiment(projectId, "shorter")).toMatchObject({ state: "running", winner: null });
  expect(await states()).toEqual(["null draft", "draft running"]);
});

it("is the only one that runs on its prompt and label, also when two start at once", async () => {
  const { projectId, create, step } = await drafted();
  await create({ experiment: "longer" });
  const start = (name: string) => stepExperiment(projectId, name, "start", by).catch((error) => error.code);
  const both = await Promise.all(["shorter", "longer"].map(start));
  expect(both.filter((result) => result === "conflict")).toHaveLength(1);
  const [running] = await listExperiments(projectId, { state: "running" });
  expect((await runningExperiment(projectId, "summary", "production"))?.experiment).toBe(running?.experiment);
  expect(await runningExperiment(projectId, "summary", "staging")).toBeNull();
  await stepExperiment(projectId, running?.experiment ?? "", "pause", by);
  expect(await runningExperiment(projectId, "summary", "production")).toBeNull();
  const other = running?.experiment === "shorter" ? "longer" : "shorter";
  expect(await start(other)).toMatchObject({ state: "running" });
  const resumed = stepExperiment(projectId, running?.experiment ?? "", "resume", by);
  await expect(resumed).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("summary"),
  });
  await expect(step("stop")).resolves.toMatchObject({ state: "stopped" });
});

it("pauses an arm that does harm, and itself when one is left", async () => {
  const { projectId, step } = await drafted();
  const pause = (variant: string) =>
    pauseArm(projectId, "shorter", variant, { by: "Whetstone", reason: "Slow" });
  await pause("next");
  expect((await findExperiment(projectId, "shorter")).arms[1]?.pausedAt).toBeNull();
  await step("start");
  for (const variant of ["now", "next", "next"]) await pause(variant);
  expect((await listTransitions(projectId, "shorter")).slice(2)).toMatchObject([
    {
      from: "running",
      to: "running",
      by: "Whetstone",
      split: { weights: { now: 0.5, next: 0, third: 0.2 } },
    },
  ]);
  await pause("third");
  expect(await findExperiment(projectId, "shorter")).toMatchObject({ state: "paused" });
});

it("forgets what users said before once it is decided, and is nobody else's", async () => {
  const { projectId, step } = await drafted();
  await step("start");
  const history = { projectId, experiment: "shorter", raterKey: "user:u", count: 1, sum: 1 };
  await db().experimentHistory.create({ data: history });
  const { projectId: other } = await testProject();
  await expect(findExperiment(other, "shorter")).rejects.toMatchObject({ code: "not_found" });
  await expect(stepExperiment(other, "shorter", "stop", by)).rejects.toMatchObject({ code: "not_found" });
  await step("stop");
  expect(await db().experimentHistory.count({ where: { projectId } })).toBe(0);
});
