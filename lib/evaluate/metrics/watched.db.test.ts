import { beforeAll, expect, it, vi } from "vitest";
import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import type { Scope } from "#lib/domain/scope.ts";
import { db } from "#lib/platform/db/client.ts";
import { SessionClient } from "#lib/platform/db/session.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { storeRatedUsers } from "#tests/fixtures/rated-users.ts";
import { isWatchable, watchableNames, watchedHours, watchedRaters, watchedWindows } from "./index.ts";
import { refreshRollups } from "./rollups/rollup-store.ts";

testDatabase();

const MINUTE_MS = 60_000;

const START = Date.parse("2026-11-24T10:00:00Z");

const at = (minute: number): Date => new Date(START + minute * MINUTE_MS);

let projectId = "";

/** Answers of a minute, all rated, of two features and in two languages. */
async function rated(minute: number, n: number, up: number): Promise<void> {
  await storeRatedUsers(projectId, {
    ids: Array.from({ length: n }, (_, index) => `${minute} ${index}`),
    ...{ up, at: at(minute), down: { ratingCategories: ["wrong"] } },
    answer: (index) => ({
      featureName: index % 2 === 0 ? "support" : "search",
      language: index % 2 === 0 ? "de" : "en",
      ...{ responseLatencyMs: minute * 100, costUsd: 0.5 },
    }),
  });
}

/** Results of a check, on answers that there are. */
const checked = (minute: number, results: readonly boolean[]) =>
  db().feedback.createMany({
    data: results.map((result, index) => ({
      ...{
        projectId,
        interactionId: `${minute} ${index}`,
        feedbackId: `check ${minute} ${index}`,
        rater: "server",
      },
      ...{
        ratingType: "score" as const,
        source: "reviewer" as const,
        scoreName: "grounded",
        scoreType: "boolean" as const,
      },
      ...{ scoreValue: result ? 1 : 0, createdAt: at(minute), updatedAt: at(minute) },
    })),
  });

beforeAll(async () => {
  projectId = (await testProject()).projectId;
  await db().category.create({ data: { projectId, name: "wrong", listed: true, decidedAt: new Date() } });
  for (const [minute, n, up] of [
    [-70, 4, 4],
    [10, 4, 2],
    [40, 6, 3],
    [70, 8, 8],
    [80, 2, 0],
  ] as const)
    await rated(minute, n, up);
  await checked(40, [true, false, false]);
  await checked(80, [false]);
  await refreshRollups(projectId);
});

const watch = (metric: AlertMetric, since: number, until: number, scope: Scope = {}) => ({
  ...{ metric, scope, since: at(since), until: at(until) },
});

it.each<[AlertMetric, Scope, part: number, whole: number]>([
  ["positive_rate", {}, 11, 16],
  ["positive_rate", { feature: "support" }, 6, 8],
  ["positive_rate", { language: "en" }, 5, 8],
  ["positive_rate", { feature: "search", language: "en" }, 5, 8],
  ["positive_rate", { feature: "search", model: "m" }, 5, 8],
  ["positive_rate", { feature: "none" }, 0, 0],
  ["response_rate", {}, 16, 16],
  ["answers", {}, 16, 16],
  ["cost", { language: "de" }, 4, 8],
  ["category:wrong", {}, 5, 16],
  ["category:wrong", { feature: "search" }, 3, 8],
  ["check:grounded", {}, 3, 4],
  ["check:grounded", { language: "de" }, 2, 3],
  ["check:unknown", {}, 0, 0],
])("%s of %o in a window that begins within an hour", async (metric, scope, part, whole) => {
  expect(await watchedWindows(projectId, [watch(metric, 20, 90, scope)])).toEqual([
    { part, whole, p95: null },
  ]);
});

it("reads the same where an hour is kept by the minute", async () => {
  const asked = [
    watch("positive_rate", 20, 90),
    watch("check:grounded", 20, 90),
    watch("latency_p95", 30, 75),
  ];
  const [rate, check, latency] = await watchedWindows(projectId, asked);
  await db().metricMark.create({ data: { projectId, minute: at(40) } });
  await refreshRollups(projectId, 1);
  expect(await db().metricSlice.count({ where: { projectId, width: "minute" } })).toBeGreaterThan(0);
  expect(await watchedWindows(projectId, asked)).toEqual([rate, check, latency]);
  expect(latency?.p95).toBeGreaterThan(6_500);
});

it("has every hour, also those without anything", async () => {
  const [hours] = await watchedHours(projectId, [watch("positive_rate", -150, 90)]);
  expect(hours?.map(({ at: hour, part, whole }) => [hour.toISOString().slice(11, 13), part, whole])).toEqual([
    ["07", 0, 0],
    ["08", 4, 4],
    ["09", 0, 0],
    ["10", 5, 10],
    ["11", 8, 10],
  ]);
});

it("takes as many statements for forty rules as for two", async () => {
  const statements = async (features: number) => {
    const query = vi.spyOn(SessionClient.prototype, "query");
    const asked = Array.from({ length: features }, (_, index) => [
      watch("positive_rate", -600, 90, { feature: `f${index}` }),
      watch("check:grounded", 20 + index, 90),
    ]).flat();
    await watchedHours(projectId, asked);
    await watchedWindows(projectId, asked);
    const { length } = query.mock.calls;
    query.mockRestore();
    return length;
  };
  await statements(1);
  const one = await statements(1);
  expect(await statements(20)).toBe(one);
  expect(one).toBeGreaterThan(4);
});

it("knows how thumbs are spread over people", async () => {
  const day = 86_400_000;
  const since = new Date(Math.floor(START / day) * day);
  const [raters] = await watchedRaters(projectId, [
    { scope: {}, since, until: new Date(since.getTime() + day) },
  ]);
  expect(raters?.reduce((sum, { n, count }) => sum + n * count, 0)).toBe(24);
  expect(raters?.reduce((sum, { bad, count }) => sum + bad * count, 0)).toBe(7);
});

it("knows what can be watched", async () => {
  expect(await watchableNames(projectId)).toEqual({ categories: ["wrong"], checks: ["grounded"] });
  expect(isWatchable({ feature: "support", language: "de" })).toBe(true);
  expect(isWatchable({ feature: "support", model: "m" })).toBe(true);
  expect(isWatchable({ model: "m", language: "de" })).toBe(false);
  expect(isWatchable({ tenant: "t", language: "de" })).toBe(false);
});

it("counts true as a failure where lower is better", async () => {
  const own = { projectId, name: "grounded", type: "boolean" as const };
  await db().scoreDefinition.create({ data: { ...own, direction: "lower" } });
  expect(await watchedWindows(projectId, [watch("check:grounded", 20, 90)])).toMatchObject([
    { part: 1, whole: 4 },
  ]);
});
