import { describe, expect, it } from "vitest";
import { CATEGORIES_PAIRED_MAX, defaultCategories } from "#lib/domain/category.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, signalAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import {
  categories,
  categoryPairs,
  categoryTrend,
  cohorts,
  countable,
  deployments,
  editKinds,
  lastAnswerAt,
  type MetricFilter,
  modelSummaries,
  models,
  promptLives,
  promptVersions,
  refreshMetrics,
  responseByPlace,
  SINGLE_MAX,
  signalCounts,
  trends,
  wholeSummary,
} from "./index.ts";

testDatabase();

const november = (projectId: string, tz = "UTC"): MetricFilter => ({
  projectId,
  tz,
  from: "2026-11-01",
  to: "2026-11-03",
});

/** Every query of one filter that tells rows, by its name. */
const rowQueries = {
  promptVersions,
  modelSummaries,
  models,
  responseByPlace,
  categories,
  deployments,
  promptLives,
  categoryTrend,
  categoryPairs,
  signalCounts,
} satisfies Record<string, (filter: MetricFilter) => Promise<unknown[]>>;

describe("a project without answers", () => {
  it.each(Object.entries(rowQueries))("has no rows of %s", async (_, query) => {
    expect(await query(november((await testProject()).projectId))).toEqual([]);
  });

  it("has gaps and no numbers", async () => {
    const filter = november((await testProject()).projectId, "Asia/Kathmandu");
    const [series] = await trends(filter, { unit: "day" });
    expect(series?.points.map(({ at, positive }) => [at, positive.value])).toEqual([
      ["2026-11-01", null],
      ["2026-11-02", null],
      ["2026-11-03", null],
    ]);
    expect(await trends(filter, { unit: "day", split: "feature" })).toEqual([]);
    expect(await wholeSummary(filter)).toMatchObject({ interactions: 0, positive: { value: null } });
    expect(await lastAnswerAt(filter.projectId)).toBeNull();
    for (const { count, share } of await editKinds(filter)) {
      expect([count, share.value]).toEqual([0, null]);
    }
  });
});

describe("a project with one answer", () => {
  it("has one row of everything, and no deployment: nothing changed", async () => {
    const { projectId } = await testProject();
    const prompt = { promptTemplate: "short", promptVersion: "v1" };
    const at = "2026-11-02T10:15:00Z";
    const interactionId = await writeAnswer(projectId, at, prompt);
    await rateAnswer(projectId, { interactionId, ratingValue: 0, ratingCategories: ["inaccurate"] });
    const filter = november(projectId);
    expect(await promptVersions(filter)).toMatchObject([{ ...prompt, thumbsDown: 1 }]);
    expect(await modelSummaries(filter)).toMatchObject([{ modelName: "small", thumbsDown: 1 }]);
    expect(await responseByPlace(filter)).toMatchObject([
      { featureName: "summary", modelName: "small", responseRate: { value: 1, n: 1 } },
    ]);
    expect(await categories(filter)).toMatchObject([
      { category: "inaccurate", promptVersions: [{ ...prompt, downCount: 1, share: { value: 1, n: 1 } }] },
    ]);
    expect(await promptLives(filter)).toEqual([
      { ...prompt, firstAt: new Date("2026-11-02T10:00:00Z"), firstDownAt: new Date("2026-11-02T10:00:00Z") },
    ]);
    expect(await deployments(filter)).toEqual([]);
    expect(await lastAnswerAt(projectId)).toEqual(new Date(at));
  });
});

describe("deployments", () => {
  it("are the first hours of versions and models in the window, counted in the reader's zone", async () => {
    const { projectId } = await testProject();
    const write = (at: string, promptVersion: string, modelName = "small") =>
      writeAnswer(projectId, at, { promptTemplate: "short", promptVersion, modelName });
    await write("2026-09-01T10:15:00Z", "v1");
    // 19:00 UTC is the first hour of November 1 in Kathmandu.
    await write("2026-10-31T18:59:00Z", "v2");
    await write("2026-10-31T19:05:00Z", "v3");
    await write("2026-10-31T20:05:00Z", "v2");
    await write("2026-11-02T10:15:00Z", "v3", "large");
    const told = async (tz: string) =>
      (await deployments(november(projectId, tz))).map(({ at, kind, name, features }) => [
        at.toISOString(),
        kind,
        name,
        ...features,
      ]);
    const large = ["2026-11-02T10:00:00.000Z", "model", "large", "summary"];
    expect(await told("Asia/Kathmandu")).toEqual([
      ["2026-10-31T19:00:00.000Z", "prompt", "short v3", "summary"],
      large,
    ]);
    expect(await told("UTC")).toEqual([large]);
    expect(await deployments({ ...november(projectId), feature: "reply" })).toEqual([]);
  });
});

describe("promptLives", () => {
  it("have the first hour of a version, and of its first answer that was complained of", async () => {
    const { projectId } = await testProject();
    const prompt = { promptTemplate: "short", promptVersion: "v1" };
    await writeAnswer(projectId, "2026-10-01T10:15:00Z", prompt);
    const liked = await writeAnswer(projectId, "2026-10-02T08:15:00Z", prompt);
    await rateAnswer(projectId, { interactionId: liked, ratingValue: 1 });
    for (const at of ["2026-10-02T12:15:00Z", "2026-10-02T09:45:00Z", "2026-10-04T09:45:00Z"]) {
      const interactionId = await writeAnswer(projectId, at, prompt);
      await rateAnswer(projectId, { interactionId, ratingValue: 0 });
    }
    await writeAnswer(projectId, "2026-11-04T00:00:00Z", { ...prompt, promptVersion: "after the window" });
    expect(await promptLives(november(projectId))).toEqual([
      { ...prompt, firstAt: new Date("2026-10-01T10:00:00Z"), firstDownAt: new Date("2026-10-02T09:00:00Z") },
    ]);
  });
});

describe("editKinds", () => {
  it("are counted of the corrections that were compared, the most frequent first", async () => {
    const { projectId } = await testProject();
    for (const hour of ["10", "11"]) await writeAnswer(projectId, `2026-11-02T${hour}:00:00Z`);
    await refreshMetrics(projectId);
    const { nameId: facts } = await db().metricName.create({
      data: { projectId, kind: "edit_kind", name: "facts" },
    });
    const { nameId: tone } = await db().metricName.create({
      data: { projectId, kind: "edit_kind", name: "tone" },
    });
    await db().metricSlice.updateMany({
      where: { projectId, width: "day" },
      data: { measured: 4, partNames: [facts, tone], partCounts: [3, 1] },
    });
    const rows = await editKinds(november(projectId));
    expect(rows.map(({ kind, count, share }) => [kind, count, share.value, share.n])).toEqual([
      ["facts", 3, 0.75, 4],
      ["tone", 1, 0.25, 4],
      ["shorter", 0, 0, 4],
      ["longer", 0, 0, 4],
      ["format", 0, 0, 4],
    ]);
  });
});

describe("a cohort together with a model or prompt", () => {
  it("is counted from single answers, in every query", async () => {
    const { projectId } = await testProject();
    const made = { modelName: "small", promptTemplate: "t", promptVersion: "v1" };
    const acme = await writeAnswer(projectId, "2026-11-02T10:15:00Z", {
      ...made,
      tenant: "acme",
      language: "de",
    });
    await rateAnswer(projectId, { interactionId: acme, ratingValue: 0, ratingCategories: ["wrong_tone"] });
    await writeAnswer(projectId, "2026-11-02T10:16:00Z", { ...made, tenant: "other", language: "de" });
    await writeAnswer(projectId, "2026-11-02T10:17:00Z", { modelName: "large", tenant: "acme" });
    const ofTenant: MetricFilter = { ...november(projectId), tenant: "acme" };
    expect(await countable(ofTenant)).toMatchObject({ singly: false });
    expect(await countable(ofTenant, ["model"])).toEqual({ singly: true, candidates: 3, possible: true });
    expect(await modelSummaries(ofTenant)).toMatchObject([
      { modelName: "large", interactions: 1 },
      { modelName: "small", interactions: 1, thumbsDown: 1 },
    ]);
    expect(await promptVersions({ ...ofTenant, language: "de" })).toMatchObject([
      { promptTemplate: "t", promptVersion: "v1", interactions: 1 },
    ]);
    expect(await responseByPlace(ofTenant)).toHaveLength(2);
    expect(await models({ ...ofTenant, promptVersion: "" })).toMatchObject([{ modelName: "large" }]);
    expect(await wholeSummary({ ...ofTenant, model: "small" })).toMatchObject({ interactions: 1, rated: 1 });
    const [first] = await categories({ ...ofTenant, model: "small" });
    expect(first).toMatchObject({ category: "wrong_tone", downCount: 1, models: [{ modelName: "small" }] });
    const byLanguage = await trends({ ...ofTenant }, { unit: "day", split: "language" });
    expect(byLanguage.map(({ name, points }) => [name, points[1]?.interactions])).toEqual([["de", 1]]);
    const { all, cohorts: tenants } = await cohorts({ ...november(projectId), model: "small" }, "tenant");
    expect([all.interactions, tenants.map(({ cohort }) => cohort)]).toEqual([2, ["acme", "other"]]);
  });

  it("is refused by name where too many answers would be looked through, and told of before", async () => {
    const { projectId } = await testProject();
    await writeAnswer(projectId, "2026-11-02T10:15:00Z", { tenant: "acme", modelName: "small" });
    const filter: MetricFilter = { ...november(projectId), tenant: "acme" };
    await wholeSummary(filter);
    await db().metricSlice.updateMany({
      where: { projectId, cube: "all" },
      data: { interactions: SINGLE_MAX + 1 },
    });
    expect(await countable({ ...filter, model: "small" })).toEqual({
      singly: true,
      candidates: SINGLE_MAX + 1,
      possible: false,
    });
    await expect(wholeSummary({ ...filter, model: "small" })).rejects.toThrow(
      "tenant: with these other filters supports at most 100,000 answers, and this window has 100,001.",
    );
    const ofModel = { ...november(projectId), model: "small" };
    await expect(trends(ofModel, { unit: "day", split: "language" })).rejects.toThrow(
      "language: with these other filters supports at most 100,000 answers",
    );
    // What one aggregate knows is still told.
    expect((await wholeSummary(filter)).interactions).toBe(1);
    expect(await categories(filter)).toEqual([]);
  });
});

describe("what is counted by name", () => {
  it("is told by local day, in pairs, and of signals", async () => {
    const { projectId } = await testProject();
    const rate = async (at: string, ratingValue: number, ...ratingCategories: string[]) => {
      const interactionId = await writeAnswer(projectId, at);
      await rateAnswer(projectId, { interactionId, ratingValue, ratingCategories });
      return interactionId;
    };
    // New York's day of November 1 goes from 04:00 UTC to 05:00 UTC of November 2.
    await rate("2026-11-01T03:59:00Z", 0, "too_long");
    await rate("2026-11-02T04:59:00Z", 0, "too_long", "inaccurate");
    await rate("2026-11-02T05:00:00Z", 0, "inaccurate", "too_long");
    const liked = await rate("2026-11-02T06:00:00Z", 1, "inaccurate");
    for (const signal of ["copy", "copy", "dwell"] as const) {
      await signalAnswer(projectId, { interactionId: liked, signal });
    }
    const filter = november(projectId, "America/New_York");
    const days = (await categoryTrend(filter)).map(({ day, name, count }) => `${day} ${name} ${count}`);
    expect(days.sort()).toEqual([
      "2026-11-01 inaccurate 1",
      "2026-11-01 too_long 1",
      "2026-11-02 inaccurate 1",
      "2026-11-02 too_long 1",
    ]);
    expect(await categoryPairs(filter)).toEqual([{ categories: ["inaccurate", "too_long"], count: 2 }]);
    expect(await signalCounts(filter)).toEqual([
      { signal: "copy", count: 2 },
      { signal: "dwell", count: 1 },
    ]);
  });

  it("has no pairs of a rating that names many, which is counted beside each of them", async () => {
    const { projectId } = await testProject();
    const many = defaultCategories.slice(0, CATEGORIES_PAIRED_MAX + 1);
    for (const ratingCategories of [many.slice(1), many]) {
      const interactionId = await writeAnswer(projectId, "2026-11-02T10:15:00Z");
      await rateAnswer(projectId, { interactionId, ratingValue: 0, ratingCategories });
    }
    const filter = november(projectId);
    const counts = (await categories(filter)).map(({ count }) => count);
    expect(counts).toEqual([...many.slice(1).map(() => 2), 1]);
    const pairs = await categoryPairs(filter);
    expect(pairs).toHaveLength((CATEGORIES_PAIRED_MAX * (CATEGORIES_PAIRED_MAX - 1)) / 2);
    expect(pairs.every(({ count }) => count === 1)).toBe(true);
  });
});

describe("a split with many values", () => {
  it("tells of those with most answers", async () => {
    const { projectId } = await testProject();
    for (const modelName of ["a", "b", "b", "c", "c", "c"]) {
      await writeAnswer(projectId, "2026-11-02T10:15:00Z", { modelName });
    }
    const series = await trends(november(projectId), { unit: "day", split: "model", most: 2 });
    expect(series.map(({ name, points }) => [name, points[1]?.interactions])).toEqual([
      ["c", 3],
      ["b", 2],
    ]);
  });
});
