import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { setLeaveOutBursts } from "#lib/observe/bursts/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, signalAnswer, takeBack, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { randomFrom } from "#tests/fixtures/random-from.ts";
import { plainUsers, storedUsers } from "#tests/recounting/plain-exposures.ts";
import {
  countExposures,
  countRecentExposures,
  createExperiment,
  holdExperiments,
  newExperimentSchema,
  projectsWithExposures,
  readArmSums,
  readUncounted,
  recountExposures,
  stepExperiment,
} from "./index.ts";

testDatabase("bytes");

const EXPERIMENT = "shorter";
const step = { by: "Ada", reason: "Reviewed" };

/** A project with a running experiment between a and b, judged by thumbs. */
async function running(more: object = {}) {
  const { projectId } = await testProject();
  const sent = newExperimentSchema.parse({
    ...{
      experiment: EXPERIMENT,
      hypothesis: "Shorter is better",
      primary_metric: { metric: "positive_rate" },
    },
    guardrails: [{ metric: "signal:copy" }, { metric: "score:effort" }, { metric: "latency" }],
    arms: [
      { variant: "a", weight: 0.5 },
      { variant: "b", weight: 0.5 },
    ],
    ...more,
  });
  await createExperiment(projectId, sent, "Ada");
  const start = async () => {
    const { startedAt } = await stepExperiment(projectId, EXPERIMENT, "start", step);
    return { projectId, experiment: EXPERIMENT, startedAt: startedAt ?? new Date(0), variants: ["a", "b"] };
  };
  return { projectId, start };
}

const count = async (projectId: string) => {
  await refreshMetrics(projectId);
  await countExposures(projectId);
};

/** One random write of 20 users, in the weeks around a start. */
function randomWriter(projectId: string, seed: number, startedAt: Date) {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const answers: string[] = [];
  const ratings: string[] = [];
  const addAnswer = async () => {
    const user = Math.floor(random() * 20);
    const at = new Date(startedAt.getTime() + (random() * 5 - 1.5) * 8 * 86_400_000);
    const given = {
      userHash: pick([`u${user}`, `u${user}`, null]),
      sessionId: pick([`s${user}`, null]),
      experiment: pick([EXPERIMENT, EXPERIMENT, EXPERIMENT, "another", null]),
      variant: pick([user % 2 ? "a" : "b", user % 2 ? "a" : "b", user % 2 ? "a" : "b", "a", "c", null]),
      responseText: "One two three four",
      responseLatencyMs: pick([null, Math.floor(random() * 9_000)]),
      costUsd: pick([null, random() / 100]),
    };
    answers.push(await writeAnswer(projectId, at.toISOString(), given));
  };
  const addRating = async () => {
    const ratingType = pick(["binary", "binary", "stars", "correction", "comment", "score"] as const);
    const values = {
      binary: pick([0, 1]),
      stars: pick([1, 3, 5]),
      correction: null,
      comment: null,
      score: null,
    };
    const more = {
      ...(ratingType === "score"
        ? { scoreName: pick(["effort", "other"]), scoreType: "number" as const, scoreValue: pick([1, 2, 4]) }
        : {}),
      ...(ratingType === "correction" ? { correctionText: pick(["One two", "One three four"]) } : {}),
    };
    const id = await rateAnswer(projectId, {
      ...{ interactionId: pick(answers), source: pick(["user", "user", "user", "reviewer"] as const) },
      ...{ rater: pick(["user:a", "user:b", "token"]), ratingType, ratingValue: values[ratingType], ...more },
    });
    if (!ratings.includes(id)) ratings.push(id);
  };
  const takeOneBack = async () => {
    const [id] = ratings.splice(Math.floor(random() * ratings.length), 1);
    if (id) await takeBack(projectId, id);
  };
  const addSignal = () =>
    signalAnswer(projectId, { interactionId: pick(answers), signal: pick(["copy", "dwell"] as const) });
  const expose = async () => {
    const user = Math.floor(random() * 25);
    const exposedAt = new Date(startedAt.getTime() + (random() * 5 - 1.5) * 8 * 86_400_000);
    const key = {
      projectId,
      experiment: EXPERIMENT,
      raterKey: `user:u${user}`,
      variant: pick(["a", "b", "c"]),
    };
    const where = { projectId_experiment_raterKey_variant: key };
    await db().experimentExposure.upsert({ where, create: { ...key, exposedAt }, update: {} });
    const minute = new Date(exposedAt);
    minute.setUTCSeconds(0, 0);
    await db().experimentMark.create({ data: { projectId, minute } });
  };
  const rare = [addAnswer, addAnswer, addRating, addRating, addRating, addRating, takeOneBack, addSignal];
  return async () => {
    if (answers.length < 10) return addAnswer();
    await pick([...rare, ...rare, expose])();
  };
}

describe("the users of an experiment", () => {
  it("equal a plain count after random writes, counted meanwhile, and a recount", async () => {
    const { projectId, start } = await running();
    const before = randomWriter(projectId, 15, new Date(Date.now() - 30 * 86_400_000));
    for (let write = 0; write < 120; write++) await before();
    await count(projectId);
    expect(await db().experimentUser.count({ where: { projectId } })).toBe(0);

    const experiment = await start();
    const write = randomWriter(projectId, 16, experiment.startedAt);
    for (let round = 0; round < 8; round++) {
      for (let each = 0; each < 50; each++) await write();
      await count(projectId);
    }
    const plain = await plainUsers(experiment);
    expect(Object.keys(plain).length).toBeGreaterThan(20);
    expect(Object.values(plain).some(({ switched }) => switched)).toBe(true);
    expect(Object.values(plain).some(({ beforeCount }) => Number(beforeCount) > 0)).toBe(true);
    expect(await storedUsers(experiment)).toEqual(plain);

    await db().experimentUser.updateMany({ where: { projectId }, data: { thumbs: 99 } });
    await recountExposures(projectId);
    expect(await storedUsers(experiment)).toEqual(plain);
    expect(await db().experimentMark.count({ where: { projectId } })).toBe(0);
  }, 120_000);

  it("leave out bursts while the project does, and no longer", async () => {
    const { projectId, start } = await running();
    const experiment = await start();
    const at = new Date(experiment.startedAt.getTime() + 1_000).toISOString();
    const id = await writeAnswer(projectId, at, { userHash: "u", experiment: EXPERIMENT, variant: "a" });
    const burstId = randomUUID();
    await rateAnswer(projectId, { interactionId: id, ratingValue: 0, burstId });
    const moments = { beganAt: new Date(), endedAt: new Date(), foundAt: new Date() };
    const found = { kind: "token" as const, votes: 30, expected: 4, chance: 0, groups: 1, leftOut: false };
    await db().burst.create({ data: { projectId, burstId, ...moments, ...found } });
    await count(projectId);
    const thumbs = async () => (await storedUsers(experiment))["user:u"]?.thumbs;
    expect(await thumbs()).toBe(1);
    await setLeaveOutBursts(projectId, true);
    await count(projectId);
    expect(await thumbs()).toBe(0);
    expect(await storedUsers(experiment)).toEqual(await plainUsers(experiment));
    await setLeaveOutBursts(projectId, false);
    await count(projectId);
    expect(await thumbs()).toBe(1);
  });

  it("have no history of what they said during the experiment, or changed by then", async () => {
    const { projectId, start } = await running();
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const ids = await Promise.all(
      ["kept", "changed"].map((user) => writeAnswer(projectId, yesterday, { userHash: user })),
    );
    for (const interactionId of ids) await rateAnswer(projectId, { interactionId, ratingValue: 1 });
    const experiment = await start();
    await rateAnswer(projectId, { interactionId: ids[1] ?? "", ratingValue: 0 });
    const later = new Date(experiment.startedAt.getTime() + 1_000).toISOString();
    for (const userHash of ["kept", "changed"])
      await writeAnswer(projectId, later, { userHash, experiment: EXPERIMENT, variant: "a" });
    await count(projectId);
    const users = await storedUsers(experiment);
    expect(users["user:kept"]).toMatchObject({ beforeCount: 1, beforeSum: 1 });
    expect(users["user:changed"]).toMatchObject({ beforeCount: 0, beforeSum: 0 });
  });
});

describe("a project's counting", () => {
  it("leaves nothing behind while no experiment runs", async () => {
    const { projectId } = await running();
    await writeAnswer(projectId, new Date().toISOString(), {
      experiment: EXPERIMENT,
      variant: "a",
      userHash: "u",
    });
    await refreshMetrics(projectId);
    expect(await db().experimentMark.count({ where: { projectId } })).toBe(0);
    expect(await projectsWithExposures()).not.toContain(projectId);
  });

  it("counts answers that count for nobody, and stores them all the same", async () => {
    const { projectId, start } = await running();
    const { startedAt } = await start();
    const at = new Date(startedAt.getTime() + 1_000).toISOString();
    for (const given of [
      { userHash: "u", variant: "a" },
      { userHash: "u", variant: "z" },
      { userHash: "u" },
      { variant: "a" },
      { variant: "z" },
    ])
      await writeAnswer(projectId, at, { experiment: EXPERIMENT, ...given });
    await writeAnswer(projectId, at, { experiment: "nowhere", variant: "a", userHash: "u" });
    for (let twice = 0; twice < 2; twice++) {
      await db().metricMark.create({
        data: { projectId, minute: new Date(at.replace(/:\d\d\.\d+Z/, ":00Z")) },
      });
      await count(projectId);
      expect(await readUncounted(projectId, EXPERIMENT)).toEqual({ unknownVariant: 3, anonymous: 1 });
      expect(await readUncounted(projectId, "")).toEqual({ unknownVariant: 1, anonymous: 0 });
    }
    expect(await db().interaction.count({ where: { projectId } })).toBe(6);
    expect(await db().experimentUser.count({ where: { projectId } })).toBe(1);
  });

  it("lets several processes count at once, and counts once", async () => {
    const { projectId, start } = await running();
    const experiment = await start();
    const write = randomWriter(projectId, 3, experiment.startedAt);
    for (let each = 0; each < 60; each++) await write();
    await refreshMetrics(projectId);
    await Promise.all([1, 2, 3].map(() => countExposures(projectId)));
    expect(await storedUsers(experiment)).toEqual(await plainUsers(experiment));
  });
});

it("the sums of arms are of users, each with the mean of what was said, and leave out who switched", async () => {
  const { projectId, start } = await running({ guardrails: [{ metric: "latency" }] });
  const { startedAt } = await start();
  const answer = async (userHash: string, variant: string, day: number, thumbs: readonly number[]) => {
    const at = new Date(startedAt.getTime() + 1_000 + day * 86_400_000).toISOString();
    const given = { userHash, variant, experiment: EXPERIMENT, responseLatencyMs: 100 };
    const interactionId = await writeAnswer(projectId, at, given);
    for (const [index, ratingValue] of thumbs.entries())
      await rateAnswer(projectId, { interactionId, rater: `user:${index}`, ratingValue });
  };
  await answer("ann", "a", 0, [1, 1, 0]);
  await answer("ann", "a", 8, [0]);
  await answer("bob", "a", 0, [1]);
  await answer("cat", "a", 0, []);
  await answer("dan", "a", 0, [0, 0, 0]);
  await answer("dan", "b", 1, [1]);
  await answer("eve", "b", 0, [0]);
  await count(projectId);
  for (const [user, beforeCount] of [
    ["ann", 2],
    ["bob", 1],
    ["cat", 1],
  ] as const)
    await db().experimentUser.updateMany({
      where: { projectId, raterKey: `user:${user}` },
      data: { beforeCount, beforeSum: 1 },
    });
  const experiment = await db().experiment.findFirstOrThrow({ where: { projectId } });
  const primaryMetric = { metric: "positive_rate", better: "higher" } as const;
  const read = { ...experiment, arms: [], primaryMetric, guardrails: [] };
  const sums = await readArmSums(projectId, read, [{ metric: "latency", logarithmic: true }], startedAt);
  const a = sums.find(({ variant }) => variant === "a");
  expect(a).toMatchObject({
    ...{ exposed: 3, exposedSinceSplit: 3, switched: 1, answers: 4, responses: 3, responders: 2, ratings: 5 },
    primary: {
      ...{ n: 2, sum: 1.5, sumSquares: 1.25 },
      ...{ known: 2, before: 1.5, beforeSquares: 1.25, products: 1.25, sumOfKnown: 1.5 },
    },
    early: { n: 2, sum: 2 / 3 + 1 },
    later: { n: 1, sum: 0, sumSquares: 0 },
    recent: { raters: 2, ratings: 5 },
  });
  expect(a?.secondary.latency?.sum).toBeCloseTo(3 * Math.log(100), 10);
  expect(sums.find(({ variant }) => variant === "b")).toMatchObject({
    exposed: 1,
    primary: { n: 1, sum: 0 },
  });
});

it("a reader waits for the process that counts users, and leaves them to it when it takes long", async () => {
  const { projectId, start } = await running();
  const { startedAt } = await start();
  const user = { userHash: "u1", experiment: EXPERIMENT, variant: "a" };
  await writeAnswer(projectId, new Date(startedAt.getTime() + 60_000).toISOString(), user);
  await refreshMetrics(projectId);
  const users = () => db().experimentUser.count({ where: { projectId } });
  const waiting = () => db().$queryRaw<unknown[]>`
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  const reading = await db().$transaction(
    async (tx) => {
      await holdExperiments(tx, projectId);
      await countRecentExposures(projectId, performance.now() + 20);
      expect(await users()).toBe(0);
      const read = countRecentExposures(projectId, performance.now() + 20_000);
      await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), 10_000);
      return { read };
    },
    { timeout: 30_000 },
  );
  await reading.read;
  expect(await users()).toBe(1);
});
