import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { setLeaveOutBursts } from "#lib/observe/bursts/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { plainUsers, storedUsers } from "#tests/recounting/plain-exposures.ts";
import {
  countExposures,
  countRecentExposures,
  holdExperiments,
  projectsWithExposures,
  readUncounted,
  recountExposures,
} from "./index.ts";
import { randomWriter } from "./testing/random-writer.ts";
import { count, EXPERIMENT, running } from "./testing/running.ts";

testDatabase("bytes");

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
