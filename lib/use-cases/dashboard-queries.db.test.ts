import { describe, expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { type Answer, rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { lastDays, type MetricFilter } from "../evaluate/metrics/index.ts";
import { markLooked, readLooks } from "../observe/interactions/index.ts";
import { db } from "../platform/db/client.ts";
import { compareCohorts } from "./compare-cohorts.ts";
import { compareModels } from "./compare-models.ts";
import { comparePromptVersions } from "./compare-prompt-versions.ts";
import { decayedTrend } from "./decayed-trend.ts";
import { findProblems } from "./find-problems.ts";
import { rankFeatures } from "./rank-features.ts";
import { readBias } from "./read-bias.ts";
import { readLoop } from "./read-loop.ts";

testDatabase();

const november = (projectId: string, tz = "UTC"): MetricFilter => ({
  projectId,
  tz,
  from: "2026-11-01",
  to: "2026-11-03",
});
const now = new Date("2026-11-03T12:00:00Z");
const noon = "2026-11-02T12:00:00Z";

/** Writes an answer for each thumb, all at one moment. */
async function rated(
  projectId: string,
  up: number,
  down: number,
  given: Answer = {},
  at = noon,
): Promise<string[]> {
  const thumbs = [...Array<number>(up).fill(1), ...Array<number>(down).fill(0)];
  return Promise.all(
    thumbs.map(async (ratingValue) => {
      const interactionId = await writeAnswer(projectId, at, given);
      await rateAnswer(projectId, { interactionId, ratingValue });
      return interactionId;
    }),
  );
}

describe("a project without answers", () => {
  it("has nothing to rank, to compare, or to mend", async () => {
    const { projectId } = await testProject();
    const filter = november(projectId);
    expect(await rankFeatures(filter)).toEqual({ prior: null, features: [] });
    expect(await compareModels(filter)).toEqual([]);
    expect(await comparePromptVersions(filter)).toEqual([]);
    expect(await compareCohorts(filter, "tenant", 10)).toMatchObject({ cohorts: [], withheld: 0 });
    expect(await findProblems(filter, 0.5)).toEqual([]);
    const days = await decayedTrend(filter, 7);
    expect(days.map(({ day, rate }) => [day, rate.value])).toEqual([
      ["2026-11-01", null],
      ["2026-11-02", null],
      ["2026-11-03", null],
    ]);
  });

  it("has no bias and no loop to tell of", async () => {
    const filter = november((await testProject()).projectId);
    const bias = await readBias(filter);
    expect(bias).toMatchObject({ band: { low: null, n: 0 }, features: [], models: [], places: [] });
    expect(bias.days.map(({ band, responseRate }) => [band.low, responseRate.value])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(await readLoop(filter)).toMatchObject({
      answersRated: { value: null, reason: "insufficient_data" },
      negativeLookedAt: { value: null, reason: "insufficient_data" },
      promptChanges: [{ month: "2026-11", changes: 0, partial: true }],
      hoursToFix: { value: null, reason: "insufficient_data" },
      fixes: [],
    });
  });
});

describe("a project with one rating", () => {
  it("is told of by each, with an interval as wide as one rating makes it", async () => {
    const { projectId } = await testProject();
    await rated(projectId, 1, 0, { promptTemplate: "short", promptVersion: "v1", tenant: "acme" });
    const filter = november(projectId);
    const { prior, features } = await rankFeatures(filter);
    expect(prior).toEqual({ alpha: 1.5, beta: 0.5 });
    expect(features[0]?.shrunken?.value).toBeCloseTo(2.5 / 3, 12);
    expect(await compareModels(filter)).toMatchObject([
      { modelName: "small", isReference: true, difference: null },
    ]);
    expect(await comparePromptVersions(filter)).toMatchObject([{ promptVersion: "v1", isReference: true }]);
    expect(await compareCohorts(filter, "tenant", 2)).toMatchObject({ cohorts: [], withheld: 1 });
    expect(await readBias(filter)).toMatchObject({ band: { n: 1, low: 1, high: 1 }, all: { thumbsUp: 1 } });
    expect(await readLoop(filter)).toMatchObject({ answersRated: { value: 1, n: 1 } });
    expect((await decayedTrend(filter, 7)).map(({ rate }) => rate.value)).toEqual([null, 1, 1]);
  });
});

describe("rankFeatures", () => {
  it("does not let three ratings lead, puts what is unrated last, and judges one feature beside all", async () => {
    const { projectId } = await testProject();
    await rated(projectId, 3, 0, { featureName: "new" });
    await rated(projectId, 36, 4, { featureName: "good" });
    await rated(projectId, 10, 30, { featureName: "bad" });
    await writeAnswer(projectId, noon, { featureName: "unrated" });
    const { features, prior } = await rankFeatures(november(projectId));
    expect(features.map(({ featureName }) => featureName)).toEqual(["good", "new", "bad", "unrated"]);
    expect(features[3]?.shrunken).toBeNull();
    const alone = await rankFeatures({ ...november(projectId), feature: "new" });
    expect(alone.prior).toEqual(prior);
    expect(alone.features.map(({ shrunken }) => shrunken)).toEqual([features[1]?.shrunken]);
  });
});

describe("comparePromptVersions", () => {
  it("compares within a template, with the version that has most thumbs or the one asked for", async () => {
    const { projectId } = await testProject();
    await rated(projectId, 4, 2, { promptTemplate: "short", promptVersion: "v1" });
    await rated(projectId, 1, 3, { promptTemplate: "short", promptVersion: "v2" });
    await rated(projectId, 1, 1, { promptTemplate: "long", promptVersion: "v1" });
    const references = async (against?: { promptTemplate: string; promptVersion: string }) =>
      (await comparePromptVersions(november(projectId), against)).map((row) => [
        `${row.promptTemplate} ${row.promptVersion}`,
        row.isReference,
      ]);
    expect(await references()).toEqual([
      ["short v1", true],
      ["short v2", false],
      ["long v1", true],
    ]);
    expect(await references({ promptTemplate: "short", promptVersion: "v2" })).toEqual([
      ["short v1", false],
      ["short v2", true],
      ["long v1", true],
    ]);
  });
});

describe("decayedTrend", () => {
  it("counts ratings of before the window, each local day half as much", async () => {
    const { projectId } = await testProject();
    // 03:30 UTC is still the day before in New York, on the day on which its clocks go back too.
    await rated(projectId, 0, 1, {}, "2026-10-31T12:00:00Z");
    await rated(projectId, 1, 0, {}, "2026-11-02T03:30:00Z");
    const days = await decayedTrend(november(projectId, "America/New_York"), 1);
    expect(days[0]?.rate.value).toBeCloseTo(1 / 1.5, 12);
    expect(days[2]?.rate.n).toBeCloseTo((0.25 + 0.125) ** 2 / (0.0625 + 0.015625), 12);
  });
});

describe("findProblems", () => {
  const prompt = { promptTemplate: "short", promptVersion: "v1" };
  const week = (projectId: string, tz = "UTC", days = 7) => ({ projectId, tz, ...lastDays(days, tz, now) });
  const search = (projectId: string) => findProblems(week(projectId), 0.5);

  it("names versions with ten thumbs of which too few are up, with what is said of them", async () => {
    const { projectId } = await testProject();
    const answers = await rated(projectId, 2, 18, prompt);
    await rated(projectId, 0, 9, { ...prompt, promptVersion: "v2" });
    await rated(projectId, 9, 1, { ...prompt, promptVersion: "v3" });
    await rated(projectId, 0, 10, {}); // Of no prompt.
    const say = (interactionId: string, feedbackComment: string, more = {}) =>
      rateAnswer(projectId, { interactionId, feedbackComment, createdAt: now, ...more });
    const [liked = "", , one = "", two = "", three = ""] = answers;
    await say(one, "The price is wrong", { ratingValue: 0, ratingCategories: ["inaccurate"] });
    await say(two, "Wrong is the price!", { ratingType: "comment" });
    await say(three, "Too long", { ratingValue: 0, ratingCategories: ["too_long"] });
    await say(liked, "the price is wrong", { ratingType: "comment" });
    const problems = await search(projectId);
    expect(problems).toMatchObject([
      {
        ...prompt,
        positive: { value: 0.1, n: 20 },
        categories: [
          { category: "inaccurate", downCount: 1, share: { value: 1 / 18 } },
          { category: "too_long", downCount: 1 },
        ],
      },
    ]);
    expect(problems[0]?.recurring).toMatchObject([{ count: 2 }]);
    expect(problems[0]?.recurring[0]?.interactionIds.sort()).toEqual([one, two].sort());
  });

  it("looks at its window and filters alone, in comments, too", async () => {
    const { projectId } = await testProject();
    const [first = ""] = await rated(projectId, 0, 10, { ...prompt, tenant: "acme" }, "2026-10-27T23:59:00Z");
    await rateAnswer(projectId, {
      interactionId: first,
      ratingType: "comment",
      feedbackComment: "No",
      createdAt: now,
    });
    expect(await search(projectId)).toEqual([]);
    expect(await findProblems(week(projectId, "Asia/Kathmandu"), 0.5)).toHaveLength(1);
    expect(await findProblems(week(projectId, "UTC", 8), 0.5)).toHaveLength(1);
    expect(await findProblems({ ...week(projectId, "UTC", 8), feature: "other" }, 0.5)).toEqual([]);
  });

  it("does not name a version whose interval reaches the threshold", async () => {
    const { projectId } = await testProject();
    await rated(projectId, 3, 7, prompt);
    expect(await search(projectId)).toEqual([]);
    expect(await findProblems(week(projectId), 0.7)).toHaveLength(1);
  });
});

describe("readLoop", () => {
  it("tells how much was rated and looked at, and how prompts changed", async () => {
    const { projectId } = await testProject();
    const version = (promptVersion: string) => ({ promptTemplate: "short", promptVersion });
    await writeAnswer(projectId, "2026-10-01T10:00:00Z", version("v1"));
    const [seen = ""] = await rated(projectId, 0, 1, version("v1"), "2026-11-01T06:30:00Z");
    await rated(projectId, 1, 3, version("v1"));
    await writeAnswer(projectId, "2026-11-02T20:10:00Z", version("v2"));
    await look(projectId, seen, 2);
    expect(await readLoop(november(projectId))).toMatchObject({
      answersRated: { value: 5 / 6, n: 6 },
      negativeLookedAt: { value: 0.25, n: 4 },
      hoursToLook: { value: 2, n: 1 },
      negativeResolved: { value: 0, n: 4 },
      hoursToResolve: { value: null, n: 0 },
      promptChanges: [{ month: "2026-11", changes: 1, partial: true }],
      hoursToFix: { value: 38, n: 1 },
      fixes: [{ promptVersion: "v1", nextVersion: "v2", hours: 38 }],
    });
  });

  it("puts changes into local months, whole ones and parts of them", async () => {
    const { projectId } = await testProject();
    const write = (at: string, promptVersion: string) =>
      writeAnswer(projectId, at, { promptTemplate: "short", promptVersion });
    await write("2026-09-01T10:00:00Z", "v1");
    await write("2026-10-31T18:10:00Z", "v2");
    await write("2026-10-31T19:10:00Z", "v3");
    const filter = { projectId, tz: "Asia/Kathmandu", from: "2026-10-01", to: "2026-11-03" };
    expect((await readLoop(filter)).promptChanges).toEqual([
      { month: "2026-10", changes: 1, partial: false },
      { month: "2026-11", changes: 1, partial: true },
    ]);
  });
});

describe("looks", () => {
  const november3 = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-04T00:00:00Z") };

  it("count thumbs down on answers of the window that were given before somebody looked, however often", async () => {
    const { projectId } = await testProject();
    const [down = "", up = ""] = [
      ...(await rated(projectId, 0, 1, { language: "en" })),
      ...(await rated(projectId, 1, 0)),
    ];
    const [before = ""] = await rated(projectId, 0, 1, {}, "2026-10-31T23:59:59Z");
    await rateAnswer(projectId, { interactionId: down, ratingValue: 0, rater: "user:b" });
    for (const id of [down, up, before, "no such answer"]) await look(projectId, id, 1);
    await look(projectId, down, 5);
    await rateAnswer(projectId, { interactionId: down, ratingValue: 0, rater: "user:c" });
    const found = { thumbsDown: 2, medianHours: expect.closeTo(1, 2) };
    expect(await readLooks(projectId, november3)).toEqual(found);
    expect(await readLooks(projectId, { ...november3, language: "en", feature: "summary" })).toEqual(found);
    const none = { thumbsDown: 0, medianHours: null };
    expect(await readLooks(projectId, { ...november3, language: "de" })).toEqual(none);
    expect(await readLooks((await testProject()).projectId, november3)).toEqual(none);
  });
});

describe("resolutions", () => {
  it("count thumbs down that were given before their item was resolved", async () => {
    const { projectId } = await testProject();
    const [first = "", second = "", third = ""] = await rated(projectId, 0, 4);
    for (const [ref, hours] of [
      [first, 1],
      [second, 4],
      [third, -1],
    ] as const) {
      const key = { projectId, kind: "answer" as const, ref, interactionId: ref, state: "resolved" as const };
      const resolvedAt = new Date((await givenAt(projectId, ref)) + hours * 3_600_000);
      await db().inboxItem.create({ data: { ...key, at: now, changedAt: now, resolvedAt } });
    }
    expect(await readLoop(november(projectId))).toMatchObject({
      negativeResolved: { value: 0.5, n: 4 },
      hoursToResolve: { value: 2.5, n: 2 },
    });
  });
});

/** When the only thumb of an answer was given. */
async function givenAt(projectId: string, interactionId: string): Promise<number> {
  const { updatedAt } = await db().feedback.findFirstOrThrow({ where: { projectId, interactionId } });
  return updatedAt.getTime();
}

/** Looks at an answer so many hours after what was said of it first. */
async function look(projectId: string, id: string, hours: number): Promise<void> {
  const given = await db().feedback.findFirst({ where: { projectId, interactionId: id } });
  const at = new Date((given?.updatedAt ?? now).getTime() + hours * 3_600_000);
  await markLooked(db(), projectId, [id], "member", at);
}
