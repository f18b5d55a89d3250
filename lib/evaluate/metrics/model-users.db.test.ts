import { beforeEach, expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { isKnownFeature, modelUsers } from "./model-users.ts";

testDatabase();

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

const filter = () => ({
  projectId,
  feature: "summary",
  tz: "Asia/Kolkata",
  from: "2026-11-01",
  to: "2026-11-30",
});

const answer = (modelName: string, userHash: string | null, more: object = {}, at = "2026-11-10T20:00:00Z") =>
  writeAnswer(projectId, at, { modelName, userHash, ...more });

it("adds up each model's users, each once, without teammates", async () => {
  const [first, second] = [await answer("small", "u1"), await answer("small", "u1", { costUsd: 0.01 })];
  await rateAnswer(projectId, { interactionId: first, ratingValue: 1 });
  await rateAnswer(projectId, { interactionId: second, ratingValue: 0 });
  await rateAnswer(projectId, { interactionId: second, ratingValue: 1, source: "reviewer", rater: "user:x" });
  const third = await answer("small", "u2", { responseLatencyMs: 100, responseText: "a b c d" });
  const correction = { ratingType: "correction", correctionText: "a b c x" } as const;
  await rateAnswer(projectId, { interactionId: third, ...correction });
  await answer("large", null, { sessionId: "s1" });
  await answer("large", null);
  await answer("other", "u1");
  await answer("small", "u3", { featureName: "mail" });
  const { models } = await modelUsers(filter(), ["small", "large"]);
  const none = { n: 0, sum: 0, sumSquares: 0 };
  expect(models).toEqual([
    {
      ...{ model: "small", answers: 3, users: 2, responders: 2, ratings: 2 },
      positive: { n: 1, sum: 0.5, sumSquares: 0.25 },
      corrections: { n: 2, sum: 1, sumSquares: 1 },
      kept: { n: 1, sum: 0.75, sumSquares: 0.5625 },
      latency: { n: 1, sum: expect.closeTo(Math.log(100), 12), sumSquares: expect.any(Number) },
      cost: { n: 1, sum: expect.closeTo(Math.log(0.01), 12), sumSquares: expect.any(Number) },
    },
    {
      ...{ model: "large", answers: 2, users: 2, responders: 0, ratings: 0 },
      ...{ positive: none, kept: none, latency: none, cost: none },
      corrections: { n: 2, sum: 0, sumSquares: 0 },
    },
  ]);
});

it("tells cohorts together, and each dimension by itself, in local time", async () => {
  const cohorts = { language: "de", segment: "free" };
  // 20:00 UTC is 01:30 of the next day, a Wednesday, in Kolkata.
  const rated = await answer("small", "u1", { ...cohorts, costUsd: 0 });
  await rateAnswer(projectId, { interactionId: rated, ratingValue: 1 });
  await answer("small", "u2", cohorts);
  await answer("large", "u2");
  const { strata, cells } = await modelUsers(filter(), ["small", "large"]);
  const one = { n: 1, sum: 1, sumSquares: 1 };
  const none = { n: 0, sum: 0, sumSquares: 0 };
  expect(strata.sort((a, b) => (a.model < b.model ? 1 : -1))).toMatchObject([
    {
      model: "small",
      stratum: '["", "de", "free"]',
      positive: one,
      cost: { n: 1, sum: expect.closeTo(Math.log(1e-6), 9) },
    },
    { model: "large", stratum: '["", "", ""]', positive: none, cost: none },
  ]);
  const told = cells.map(({ dimension, value, model, answers, ratings, positive }) => [
    ...[dimension, value, model, answers, ratings, positive.n],
  ]);
  expect(told.sort()).toEqual(
    [
      ["day", "2026-11-11", "large", 1, 0, 0],
      ["day", "2026-11-11", "small", 2, 1, 1],
      ["language", "", "large", 1, 0, 0],
      ["language", "de", "small", 2, 1, 1],
      ["segment", "", "large", 1, 0, 0],
      ["segment", "free", "small", 2, 1, 1],
      ["tenant", "", "large", 1, 0, 0],
      ["tenant", "", "small", 2, 1, 1],
      ["time_of_day", "0", "large", 1, 0, 0],
      ["time_of_day", "0", "small", 2, 1, 1],
      ["weekday", "3", "large", 1, 0, 0],
      ["weekday", "3", "small", 2, 1, 1],
    ].sort(),
  );
});

it("reads the window, whole where it can be, and nothing where there is nothing", async () => {
  await answer("small", "u1", {}, "2026-10-31T12:00:00Z");
  await answer("small", "u1", {}, "2026-11-29T12:00:00Z");
  const found = await modelUsers(filter(), ["small"]);
  expect(found).toMatchObject({ models: [{ answers: 1 }], shortened: false });
  expect(found.since.toISOString()).toBe("2026-10-31T19:00:00.000Z");
  expect(await modelUsers({ ...filter(), feature: "none" }, ["small"])).toMatchObject({
    ...{ models: [], strata: [], cells: [], shortened: false },
  });
});

it("knows whether a feature ever answered", async () => {
  await answer("small", "u1", {}, "2025-01-01T12:00:00Z");
  expect(await isKnownFeature(projectId, "summary")).toBe(true);
  expect(await isKnownFeature(projectId, "mail")).toBe(false);
});
