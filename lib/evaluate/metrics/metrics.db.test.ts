import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { BUCKET_BOUNDS, findBucket } from "./histogram.ts";
import {
  categories,
  features,
  feedbackStats,
  listFilterValues,
  type MetricFilter,
  modelSummaries,
  models,
  overview,
  rebuildMetrics,
  refreshMetrics,
  trend,
} from "./index.ts";

testDatabase();

const nothing = {
  features: [],
  models: [],
  prompts: [],
  cohorts: { tenant: [], language: [], segment: [] },
};

const windowOf = (projectId: string, from: string, to: string, tz = "UTC"): MetricFilter => ({
  projectId,
  from,
  to,
  tz,
});

describe("a case counted by hand", () => {
  it("comes to the same in every query", async () => {
    const { projectId } = await testProject();
    const first = await writeAnswer(projectId, "2026-11-02T10:15:00Z", {
      promptTemplate: "short",
      promptVersion: "v1",
      responseLatencyMs: 20,
      costUsd: 0.25,
      tokenCount: 100,
    });
    const second = await writeAnswer(projectId, "2026-11-02T10:45:00Z", {
      promptTemplate: "short",
      promptVersion: "v2",
      responseLatencyMs: 30,
      costUsd: 0.5,
      inputTokens: 7,
      outputTokens: 5,
    });
    const third = await writeAnswer(projectId, "2026-11-03T23:59:59Z", {
      modelName: "large",
      featureName: "reply",
    });
    await writeAnswer(projectId, "2026-10-31T12:00:00Z");
    await rateAnswer(projectId, { interactionId: first, ratingValue: 1, rater: "a" });
    await rateAnswer(projectId, {
      interactionId: first,
      ratingValue: 0,
      rater: "b",
      ratingCategories: ["too_long", "inaccurate", "too_long"],
      feedbackComment: "No",
    });
    await rateAnswer(projectId, { interactionId: second, ratingValue: 0, ratingCategories: ["inaccurate"] });
    await rateAnswer(projectId, { interactionId: second, ratingType: "stars", ratingValue: 4 });
    await rateAnswer(projectId, {
      interactionId: second,
      ratingType: "correction",
      correctionText: "Better",
    });
    await rateAnswer(projectId, {
      interactionId: third,
      ratingType: "comment",
      feedbackComment: "Fine",
      ratingCategories: ["inaccurate"],
    });

    const window = windowOf(projectId, "2026-11-01", "2026-11-03");
    const { current, previous } = await overview(window);
    expect(current).toMatchObject({
      interactions: 3,
      rated: 3,
      thumbsUp: 1,
      thumbsDown: 2,
      starCount: 1,
      corrections: 1,
      comments: 2,
      costUsd: 0.75,
      tokens: 112,
      latency: { n: 2, p50: 20, p95: 30 },
      stars: [0, 0, 0, 1, 0],
      starMean: { value: 4, n: 1 },
    });
    expect(current.positive).toMatchObject({ value: 1 / 3, n: 3 });
    expect(current.responseRate).toMatchObject({ value: 1, n: 3 });
    expect(previous).toMatchObject({ interactions: 1, rated: 0 });
    expect(previous.positive).toMatchObject({ value: null, reason: "insufficient_data" });

    const days = await trend(window);
    expect(days.map(({ day, interactions }) => [day, interactions])).toEqual([
      ["2026-11-01", 0],
      ["2026-11-02", 2],
      ["2026-11-03", 1],
    ]);
    expect(days[0]?.positive.value).toBeNull();

    expect(
      (await categories(window)).map((row) => [row.category, row.count, row.downCount, row.share.value]),
    ).toEqual([
      ["inaccurate", 3, 2, 1],
      ["too_long", 1, 1, 0.5],
    ]);
    expect(
      (await models(window)).map((row) => [row.modelName, row.promptTemplate, row.promptVersion]),
    ).toEqual([
      ["large", null, null],
      ["small", "short", "v1"],
      ["small", "short", "v2"],
    ]);
    expect((await modelSummaries(window)).map((row) => [row.modelName, row.interactions])).toEqual([
      ["small", 2],
      ["large", 1],
    ]);
    expect((await features(window)).map((row) => [row.featureName, row.interactions, row.lastAt])).toEqual([
      ["summary", 2, new Date("2026-11-02T10:45:00Z")],
      ["reply", 1, new Date("2026-11-03T23:59:59Z")],
    ]);
    expect(
      (await overview({ ...window, promptTemplate: "short", promptVersion: "v2", model: "small" })).current,
    ).toMatchObject({
      interactions: 1,
      thumbsDown: 1,
    });
    expect(await listFilterValues(projectId)).toEqual({
      features: ["reply", "summary"],
      models: ["large", "small"],
      prompts: [
        { template: "short", version: "v1" },
        { template: "short", version: "v2" },
      ],
      cohorts: { tenant: [], language: [], segment: [] },
    });

    const rated = { projectId, feature: "summary", tz: "UTC", to: "2026-11-03" };
    const stats = await feedbackStats({ ...rated, from: "2026-11-02" });
    expect(
      stats.map((row) => [row.promptVersion, row.total, row.thumbsUp, row.thumbsDown, row.correctionCount]),
    ).toEqual([
      ["v1", 2, 1, 1, 0],
      ["v2", 3, 0, 1, 1],
    ]);
    expect(await feedbackStats({ ...rated, from: "2026-11-03" })).toEqual([]);
  });
});

describe("little and nothing", () => {
  it("has no numbers for a project without answers", async () => {
    const window = windowOf((await testProject()).projectId, "2026-11-01", "2026-11-02");
    const { current, previous } = await overview(window);
    for (const { positive, responseRate, starMean, latency } of [current, previous]) {
      for (const number of [positive, responseRate, starMean]) {
        expect(number).toMatchObject({ value: null, n: 0, reason: "insufficient_data" });
      }
      expect(latency).toEqual({ p50: null, p95: null, n: 0 });
    }
    expect((await trend(window)).map(({ day }) => day)).toEqual(["2026-11-01", "2026-11-02"]);
    expect(await Promise.all([categories(window), models(window), features(window)])).toEqual([[], [], []]);
    expect(await listFilterValues(window.projectId)).toEqual(nothing);
  });

  it("counts one answer once, and of one project only", async () => {
    const { projectId } = await testProject();
    const { projectId: other } = await testProject();
    await writeAnswer(projectId, "2026-11-01T00:00:00Z");
    await writeAnswer(other, "2026-11-01T00:00:00Z");
    const { current } = await overview(windowOf(projectId, "2026-11-01", "2026-11-01"));
    expect(current.interactions).toBe(1);
    expect(current.responseRate).toMatchObject({ value: 0, n: 1 });
  });

  it("forgets an hour whose only answer is gone", async () => {
    const { projectId } = await testProject();
    await writeAnswer(projectId, "2026-11-01T00:00:00Z", { responseLatencyMs: 5 });
    await refreshMetrics(projectId);
    await db().interaction.deleteMany({ where: { projectId } });
    await rebuildMetrics(projectId);
    expect(await listFilterValues(projectId)).toEqual(nothing);
    expect(await db().metricSlice.count({ where: { projectId } })).toBe(0);
  });

  it("is not overthrown by absurd costs and token counts", async () => {
    const { projectId } = await testProject();
    const absurd = { costUsd: 1.7e308, inputTokens: 2_147_483_647, outputTokens: 2_147_483_647 };
    for (let times = 0; times < 3; times++) await writeAnswer(projectId, "2026-11-01T00:00:00Z", absurd);
    const { current } = await overview(windowOf(projectId, "2026-11-01", "2026-11-01"));
    expect(current).toMatchObject({ interactions: 3, costUsd: 3e12, tokens: 6 * 2_147_483_647 });
  });
});

describe("days", () => {
  /** One answer at the beginning of every hour between two moments. */
  async function hourly(from: string, to: string): Promise<string> {
    const { projectId } = await testProject();
    for (let at = Date.parse(from); at < Date.parse(to); at += 3_600_000) {
      await writeAnswer(projectId, new Date(at).toISOString());
    }
    return projectId;
  }
  const perDay = async (window: MetricFilter) =>
    (await trend(window)).map(({ day, interactions }) => [day, interactions]);

  it("have 25 and 23 hours where the clocks change", async () => {
    const autumn = await hourly("2026-10-31T00:00:00Z", "2026-11-03T12:00:00Z");
    expect(await perDay(windowOf(autumn, "2026-10-31", "2026-11-02", "America/New_York"))).toEqual([
      ["2026-10-31", 24],
      ["2026-11-01", 25],
      ["2026-11-02", 24],
    ]);
    const spring = await hourly("2026-03-07T00:00:00Z", "2026-03-09T12:00:00Z");
    expect(await perDay(windowOf(spring, "2026-03-08", "2026-03-08", "America/New_York"))).toEqual([
      ["2026-03-08", 23],
    ]);
    // Havana's clocks go back from 1 to 0 o'clock: its midnight comes twice.
    expect(await perDay(windowOf(autumn, "2026-11-01", "2026-11-01", "America/Havana"))).toEqual([
      ["2026-11-01", 25],
    ]);
  });

  it("begin at the reader's midnight, and an hour belongs to the day in which it begins", async () => {
    const { projectId } = await testProject();
    for (const at of ["14:59:59", "15:00:00", "18:10:00", "18:50:00", "19:00:00"]) {
      await writeAnswer(projectId, `2026-11-01T${at}Z`);
    }
    expect(await perDay(windowOf(projectId, "2026-11-01", "2026-11-02", "Asia/Tokyo"))).toEqual([
      ["2026-11-01", 1],
      ["2026-11-02", 4],
    ]);
    expect(await perDay(windowOf(projectId, "2026-11-01", "2026-11-02", "Asia/Kolkata"))).toEqual([
      ["2026-11-01", 4],
      ["2026-11-02", 1],
    ]);
  });

  it("are known to PostgreSQL in every zone that this runtime lists", async () => {
    const known = await db().$queryRaw<{ name: string }[]>`SELECT name FROM pg_timezone_names`;
    const names = new Set(known.map(({ name }) => name));
    expect(Intl.supportedValuesOf("timeZone").filter((zone) => !names.has(zone))).toEqual([]);
  });
});

describe("latency buckets", () => {
  it("are numbered alike in SQL and here", async () => {
    const values = BUCKET_BOUNDS.flatMap((bound) => [bound, Math.max(0, bound - 1)]);
    const rows = await db().$queryRaw<{ ms: number; bucket: number }[]>`
      SELECT ms, width_bucket(ms, ${BUCKET_BOUNDS}::text[]::int[]) - 1 AS bucket FROM unnest(${values}::text[]::int[]) AS ms`;
    expect(rows.filter(({ ms, bucket }) => findBucket(ms) !== bucket)).toEqual([]);
  });
});
