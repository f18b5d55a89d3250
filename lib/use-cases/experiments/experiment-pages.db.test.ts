import { beforeAll, expect, it } from "vitest";
import {
  createExperiment,
  findExperiment,
  newExperimentSchema,
  readComplaints,
} from "#lib/act/experiments/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { storeRatedUsers } from "#tests/fixtures/rated-users.ts";
import { listReadings } from "./list-readings.ts";
import { planFromTraffic } from "./plan-from-traffic.ts";
import { readProgress } from "./read-progress.ts";
import { takeExperimentStep } from "./take-step.ts";

testDatabase("bytes");

const DAY_MS = 86_400_000;
const now = new Date();
const taker = { by: "Ada", reason: "Reviewed" };
let projectId = "";

/** Twenty users of an arm, first seen so many days ago, each with one thumb; those down name a category. */
async function say(variant: string, daysAgo: number, up: number): Promise<void> {
  await storeRatedUsers(projectId, {
    ids: Array.from({ length: 20 }, (_, index) => `${variant}-${daysAgo}-${index}`),
    up,
    at: new Date(now.getTime() - daysAgo * DAY_MS),
    answer: () => ({ experiment: "pair", variant }),
    down: { ratingCategories: ["tone"] },
  });
}

beforeAll(async () => {
  ({ projectId } = await testProject());
  const arms = ["a", "b"].map((variant) => ({ variant, weight: 0.5 }));
  for (const experiment of ["pair", "draft"])
    await createExperiment(
      projectId,
      newExperimentSchema.parse({
        ...{ experiment, hypothesis: "b is better", primary_metric: { metric: "positive_rate" }, arms },
      }),
      "Ada",
    );
  await takeExperimentStep(projectId, "pair", "start", taker, now);
  await db().experiment.updateMany({
    where: { projectId, experiment: "pair" },
    data: { startedAt: new Date(now.getTime() - 3 * DAY_MS) },
  });
  for (const daysAgo of [2, 1]) {
    await say("a", daysAgo, 10);
    await say("b", daysAgo, 15);
  }
});

it("the list has the users of what runs, and the kept results of what was decided", async () => {
  const usersOf = async () =>
    (await listReadings(projectId, now)).map(({ experiment, results }) => [
      experiment.experiment,
      results?.analysis?.arms.map(({ exposed }) => exposed) ?? null,
    ]);
  const running = Object.fromEntries(await usersOf());
  expect(running).toEqual({ pair: [40, 40], draft: null });
});

it("the difference is drawn for each day, of all users until then", async () => {
  const progress = await readProgress(projectId, await findExperiment(projectId, "pair"), { tz: "UTC", now });
  expect(progress?.days).toHaveLength(4);
  expect(progress?.lines.map(({ variant }) => variant)).toEqual(["b"]);
  expect(progress?.lines[0]?.differences.map((each) => each && [each.value, each.n])).toEqual([
    null,
    [0.25, 40],
    [0.25, 80],
    [0.25, 80],
  ]);
  expect(
    await readProgress(projectId, await findExperiment(projectId, "draft"), { tz: "UTC", now }),
  ).toBeNull();
});

it("complaints are counted by arm", async () => {
  const { arms, categories } = await readComplaints(projectId, await findExperiment(projectId, "pair"), now);
  const byVariant = (one: { variant: string }, other: { variant: string }) =>
    one.variant < other.variant ? -1 : 1;
  expect(arms.toSorted(byVariant)).toEqual([
    { variant: "a", thumbsDown: 20 },
    { variant: "b", thumbsDown: 10 },
  ]);
  expect(categories.toSorted(byVariant)).toEqual([
    { variant: "a", category: "tone", thumbsDown: 20 },
    { variant: "b", category: "tone", thumbsDown: 10 },
  ]);
});

it("a plan begins with the project's own traffic, and says so where there is too little", async () => {
  const query = { metric: "positive_rate" as const, traffic: 1, weights: [0.5, 0.5] };
  const plan = await planFromTraffic(projectId, { ...query, effect: 0.1 }, now);
  expect(plan.baseline).toMatchObject({ value: 0.625, raters: 80, users: 80, days: expect.closeTo(2, 1) });
  expect(plan.needs?.users).toBeGreaterThan(100);
  expect(plan.needs?.days).toBe(Math.ceil((plan.needs?.users ?? 0) / 40));
  expect(plan.detectable.map(({ days }) => days)).toEqual([7, 14, 28, 56]);
  const elsewhere = await planFromTraffic(projectId, { ...query, feature_name: "g" }, now);
  expect(elsewhere).toMatchObject({ baseline: { value: null, users: 0 }, needs: null, detectable: [] });
});

it("what was decided is listed with the results that were kept", async () => {
  await takeExperimentStep(projectId, "pair", "stop", taker, now);
  await db().interaction.deleteMany({ where: { projectId } });
  const [stopped] = (await listReadings(projectId, now)).filter(
    ({ experiment }) => experiment.state === "stopped",
  );
  expect(stopped?.results?.analysis?.arms.map(({ exposed }) => exposed)).toEqual([40, 40]);
});
