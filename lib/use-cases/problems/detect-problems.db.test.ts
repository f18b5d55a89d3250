import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  findLook,
  findProblem,
  listProblems,
  listSteps,
  type Problem,
  takeStep,
} from "#lib/act/problems/index.ts";
import { addDays } from "#lib/domain/calendar.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type RatedAnswer, storeRatedDays } from "#tests/fixtures/rated-days.ts";
import { detectProblems, projectsToLookAt } from "./detect-problems.ts";
import { readProblemTimes } from "./read-times.ts";

testDatabase();

const HOUR_MS = 3_600_000;

/** Noon of a Monday, and the hours before it that a project is rated in. */
const NOW = Date.parse("2026-11-30T12:00:00Z") / HOUR_MS;
const [HISTORY, RECENT] = [26 * 24, 3 * 24];

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

/** Two answers an hour: a feature in turn, each by the same prompt, of which a new version came three days ago. */
const answers = (hour: number): RatedAnswer[] =>
  [hour, hour + 5].map((at) => ({
    featureName: ["search", "support"][at % 2] ?? "",
    modelName: ["mini", "large"][Math.floor(at / 2) % 2] ?? "",
    promptTemplate: "reply",
    promptVersion: hour >= NOW - RECENT ? "v7" : "v6",
    language: ["de", "en"][Math.floor(at / 4) % 2] ?? "",
  }));
const usually = 0.2;
const isPlanted = ({ featureName, modelName }: RatedAnswer) =>
  featureName === "support" && modelName === "mini";
const planted = (answer: RatedAnswer, hour: number) =>
  isPlanted(answer) && hour >= NOW - RECENT ? 0.9 : usually;

const store = (from: number, to: number, bad: (answer: RatedAnswer, hour: number) => number, seed = 3) =>
  storeRatedDays(projectId, { from, to, answers, bad, seed });
const detect = (hour: number) => detectProblems(projectId, new Date(hour * HOUR_MS));

/** The one problem of the project after a regression was planted and found. */
async function found(): Promise<Problem> {
  await store(NOW - HISTORY, NOW, planted);
  await detect(NOW);
  const problems = await listProblems(projectId);
  expect(problems).toHaveLength(1);
  return problems[0] as Problem;
}

it("finds nothing in a quiet project, and keeps that it looked", async () => {
  await store(NOW - HISTORY, NOW, () => usually);
  await detect(NOW);
  expect(await listProblems(projectId)).toEqual([]);
  expect(await findLook(projectId)).toMatchObject({ groups: expect.any(Number), lookedAt: expect.any(Date) });
  expect((await findLook(projectId))?.usualOf).toBeGreaterThan(500);
});

it("finds one problem of a model within a feature, with its narrowest scope, once", async () => {
  const problem = await found();
  expect(problem).toMatchObject({
    ...{ kind: "rate", category: null, state: "open", against: "own" },
    scope: { feature: "support", model: "mini", promptVersion: "v7" },
    title: "Answers of mini in support since prompt v7 are rated worse",
    beganAt: new Date("2026-11-27T12:00:00Z"),
  });
  expect(problem.met).toBe(problem.raters);
  expect(problem.worse).toBeGreaterThan(0.5);
  await Promise.all([detect(NOW), detect(NOW)]);
  expect(await listProblems(projectId)).toHaveLength(1);
  expect(await listSteps(projectId, problem.problemId)).toHaveLength(1);
});

describe("after a fix was shipped", () => {
  /** Ships a fix, as if it was now. */
  async function shipped(): Promise<Problem> {
    const problem = await found();
    vi.setSystemTime(NOW * HOUR_MS);
    await takeStep(projectId, problem.problemId, { kind: "ship" }, { name: "Ada" });
    vi.useRealTimers();
    return problem;
  }
  const renewed = (problem: Problem) => findProblem(projectId, problem.problemId);

  it("waits for ratings, then says that it worked, and stays so", async () => {
    const problem = await shipped();
    await detect(NOW + 1);
    expect(await renewed(problem)).toMatchObject({ state: "fixed" });
    await store(NOW, NOW + 72, () => usually, 4);
    await detect(NOW + 72);
    expect(await renewed(problem)).toMatchObject({ state: "verified", verifiedAt: expect.any(Date) });
    const last = (await listSteps(projectId, problem.problemId)).at(-1);
    expect(last).toMatchObject({ kind: "seen_usual", by: "Whetstone" });
    expect(last?.note).toMatch(/^Since the fix, \d+% of \d+ thumbs are down; 2\d% were usual$/);
    await detect(NOW + 73);
    expect(await renewed(problem)).toMatchObject({ state: "verified" });
    const day = new Date().toISOString().slice(0, 10);
    const times = await readProblemTimes({ projectId, from: "2026-11-01", to: addDays(day, 1), tz: "UTC" });
    expect(times.problems).toMatchObject([{ problem: { problemId: problem.problemId, state: "verified" } }]);
    expect(times.medians).toMatchObject({ notice: { n: 1 }, ship: { n: 1 }, verify: { n: 1 } });
    expect(await listProblems(projectId)).toHaveLength(1);
  });

  it("says that it did not where the answers are as bad as before", async () => {
    const problem = await shipped();
    await store(NOW, NOW + 72, planted, 4);
    await detect(NOW + 72);
    expect(await renewed(problem)).toMatchObject({ state: "regressed" });
    expect(await listProblems(projectId)).toHaveLength(1);
  });
});

it("lets what went away by itself fade, and knows it again", async () => {
  const problem = await found();
  await store(NOW, NOW + 240, () => usually, 4);
  await detect(NOW + 264);
  expect(await findProblem(projectId, problem.problemId)).toMatchObject({ state: "faded" });
  expect(await listProblems(projectId)).toHaveLength(1);
});

it("ends a snooze", async () => {
  const problem = await found();
  vi.setSystemTime(NOW * HOUR_MS);
  const until = new Date((NOW + 5) * HOUR_MS);
  await takeStep(projectId, problem.problemId, { kind: "snooze", until }, { name: "Ada" });
  await detect(NOW + 1);
  expect(await findProblem(projectId, problem.problemId)).toMatchObject({ state: "snoozed" });
  vi.setSystemTime((NOW + 6) * HOUR_MS);
  await detect(NOW + 6);
  vi.useRealTimers();
  expect(await findProblem(projectId, problem.problemId)).toMatchObject({
    state: "open",
    snoozedUntil: null,
  });
});

it("finds a category that grows", async () => {
  await db().category.createMany({
    data: [{ projectId, name: "too_long", listed: true, decidedAt: new Date() }],
    skipDuplicates: true,
  });
  await storeRatedDays(projectId, {
    ...{ from: NOW - HISTORY, to: NOW, answers, bad: () => 0.4 },
    categories: ({ featureName }, hour) =>
      featureName === "search" && hour >= NOW - 5 * 24 ? ["too_long"] : hour % 12 === 0 ? ["too_long"] : [],
  });
  await detect(NOW);
  expect(await listProblems(projectId)).toMatchObject([
    {
      kind: "category",
      category: "too_long",
      scope: { feature: "search" },
      title: "More “too_long” in answers in search",
    },
  ]);
});

it("is due in each hour with something new, once", async () => {
  const due = (hour: number) => projectsToLookAt(new Date(hour * HOUR_MS));
  await store(NOW - 24, NOW, () => usually);
  expect(await due(NOW)).toContain(projectId);
  vi.setSystemTime(NOW * HOUR_MS);
  await detect(NOW);
  expect(await due(NOW)).not.toContain(projectId);
  await store(NOW, NOW + 1, () => usually, 9);
  expect(await due(NOW)).not.toContain(projectId);
  vi.useRealTimers();
  expect(await due(NOW + 1)).toContain(projectId);
});
