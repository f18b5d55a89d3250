import { beforeEach, describe, expect, it, vi } from "vitest";
import { BEYOND } from "#lib/domain/beyond.ts";
import { CATEGORIES_LISTED_MAX, defaultCategories } from "#lib/domain/category.ts";
import { categories, categoryPairs, countMetrics } from "#lib/evaluate/metrics/index.ts";
import { refreshRollups } from "#lib/evaluate/metrics/rollups/rollup-store.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { send } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { plainSlices, storedSlices } from "#tests/recounting/plain-slices.ts";
import { decideCategory, decidedCategories, offeredCategories, recountLearned } from "./index.ts";

testDatabase("bytes");

const AT = "2026-11-01T00:30:00Z";
const day = { from: "2026-11-01", to: "2026-11-01", tz: "UTC" };

let project: TestProject;
beforeEach(async () => {
  project = await testProject();
});

/** Ratings sent with a publishable key: no categories are learned from these. */
async function rated(...ratingCategories: string[]): Promise<void> {
  const interactionId = await writeAnswer(project.projectId, AT);
  await rateAnswer(project.projectId, {
    interactionId,
    ratingType: "binary",
    ratingValue: 0,
    ratingCategories,
  });
}

const counted = async () => {
  const rows = await categories({ projectId: project.projectId, ...day });
  return Object.fromEntries(rows.map(({ category, count }) => [category, count]));
};

async function expectExact(): Promise<void> {
  await countMetrics(project.projectId);
  for (const width of ["hour", "day"] as const)
    expect(await storedSlices(project.projectId, width)).toEqual(await plainSlices(project.projectId, width));
}

describe("categories that a project has not listed", () => {
  it("are counted together, once per rating, without pairs, and kept on the rating", async () => {
    await rated("inaccurate", "made_up", "another");
    await rated("made_up");
    expect(await counted()).toEqual({ [BEYOND]: 2, inaccurate: 1 });
    expect(await categoryPairs({ projectId: project.projectId, ...day })).toEqual([]);
    const kept = await db().feedback.findMany({ where: { projectId: project.projectId } });
    expect(kept.map((row) => row.ratingCategories)).toContainEqual(["inaccurate", "made_up", "another"]);
    await expectExact();
  });

  it("are suggested by their number of ratings, until they are decided on", async () => {
    await rated("made_up", "another");
    await rated("made_up");
    const { projectId } = project;
    expect(await offeredCategories(projectId)).toEqual({
      offered: [
        { name: "made_up", ratings: 2 },
        { name: "another", ratings: 1 },
      ],
      total: 2,
    });
    await decideCategory(projectId, "another", false);
    await decideCategory(projectId, "made_up", true);
    expect(await offeredCategories(projectId)).toEqual({ offered: [], total: 0 });
  });

  it("have their own counts, with pairs, once listed, and are counted together again once dismissed", async () => {
    await rated("inaccurate", "made_up");
    expect(await counted()).toEqual({ [BEYOND]: 1, inaccurate: 1 });
    await decideCategory(project.projectId, "made_up", true);
    expect(await counted()).toEqual({ made_up: 1, inaccurate: 1 });
    expect(await categoryPairs({ projectId: project.projectId, ...day })).toEqual([
      { categories: ["inaccurate", "made_up"], count: 1 },
    ]);
    await expectExact();
    await decideCategory(project.projectId, "made_up", false);
    expect(await counted()).toEqual({ [BEYOND]: 1, inaccurate: 1 });
    await expectExact();
  });

  it("are decided on immediately, however long it takes to find their ratings", async () => {
    const { projectId } = project;
    await rated("made_up");
    const { deciding } = await db().$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE metric_marks IN EXCLUSIVE MODE`;
      const begun = decideCategory(projectId, "made_up", true);
      await vi.waitFor(async () =>
        expect(await decidedCategories(projectId)).toContainEqual({ name: "made_up", listed: true }),
      );
      return { deciding: begun };
    });
    await deciding;
    expect(await counted()).toEqual({ made_up: 1 });
    expect(await db().category.count({ where: { projectId, recount: true } })).toBe(0);
  });
});

describe("what a decision requires to recount", () => {
  it("is found without reading answers or ratings, including the minutes of a busy hour", async () => {
    const { projectId } = project;
    for (let count = 0; count < 3; count++) await rated("made_up");
    await refreshRollups(projectId, 2);
    expect(await db().metricSlice.count({ where: { projectId, width: "minute" } })).toBeGreaterThan(0);
    await db().$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE feedback, interactions IN ACCESS EXCLUSIVE MODE`;
      await decideCategory(projectId, "made_up", true);
    });
    await expectExact();
    expect(await counted()).toEqual({ made_up: 3 });
  });
});

describe("a server's categories", () => {
  const rating = (name: string) => ({
    ...{ type: "feedback", interaction_id: "one", rating_type: "binary", rating_value: 0 },
    ...{ rating_categories: [name], user_id: name },
  });
  const answer = {
    type: "interaction",
    interaction_id: "one",
    feature_name: "f",
    model_name: "m",
    response_text: "…",
  };

  it("are listed automatically while there is room, unless they were dismissed", async () => {
    const server = serverOf(project);
    await decideCategory(project.projectId, "no", false);
    const room = CATEGORIES_LISTED_MAX - defaultCategories.length;
    const many = Array.from({ length: room + 5 }, (_, index) => rating(`own-${index}`));
    await send(server, [{ ...answer, created_at: AT }, rating("no"), ...many]);
    const decided = await decidedCategories(project.projectId);
    expect(decided.filter(({ listed }) => listed)).toHaveLength(CATEGORIES_LISTED_MAX);
    expect(decided).toContainEqual({ name: "no", listed: false });
    expect((await counted())[BEYOND]).toBe(6);
    await expect(decideCategory(project.projectId, "one-more", true)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("also get their own counts in earlier ratings", async () => {
    await rated("late");
    expect(await counted()).toEqual({ [BEYOND]: 1 });
    await send(serverOf(project), [{ ...answer, created_at: AT }, rating("late")]);
    await recountLearned();
    expect(await counted()).toEqual({ late: 2 });
    await expectExact();
  });
});
