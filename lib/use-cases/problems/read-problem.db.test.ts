import { beforeEach, expect, it } from "vitest";
import { listProblems } from "#lib/act/problems/index.ts";
import { indexProject } from "#lib/observe/search/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { type RatedAnswer, storeRatedDays } from "#tests/fixtures/rated-days.ts";
import { detectProblems } from "./detect-problems.ts";
import { readProblem } from "./read-problem.ts";
import { takeProblemStep } from "./take-problem-step.ts";

testDatabase();

const HOUR_MS = 3_600_000;
const NOW = Date.parse("2026-11-30T12:00:00Z") / HOUR_MS;
const at = new Date(NOW * HOUR_MS);

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
});

const answers = (hour: number): RatedAnswer[] => [
  {
    ...{ featureName: "support", modelName: "mini", promptTemplate: "reply" },
    ...{ promptVersion: hour >= NOW - 72 ? "v7" : "v6", language: hour % 3 === 0 ? "de" : "en" },
  },
  { featureName: "search", modelName: "mini", promptTemplate: "find", promptVersion: "v1", language: "en" },
];
const isPlanted = ({ promptVersion }: RatedAnswer) => promptVersion === "v7";

/** Lists of answers come from the search. */
async function makeSearchable(): Promise<void> {
  const answered = await db().interaction.findMany({ where: { projectId, promptVersion: "v7" } });
  await db().searchMark.createMany({
    data: answered.map(({ interactionId, createdAt }) => ({
      ...{ projectId, interactionId, minute: new Date(Math.floor(createdAt.getTime() / 60_000) * 60_000) },
    })),
  });
  await indexProject(projectId);
}

/** The id of a problem that was planted and found. */
async function planted(): Promise<string> {
  await db().category.createMany({
    data: ["wrong_tone", "other"].map((name) => ({ projectId, name, listed: true, decidedAt: at })),
    skipDuplicates: true,
  });
  await storeRatedDays(projectId, {
    ...{ from: NOW - 20 * 24, to: NOW, answers, bad: (answer) => (isPlanted(answer) ? 0.85 : 0.25) },
    categories: (answer, hour) => (isPlanted(answer) && hour % 4 !== 0 ? ["wrong_tone"] : ["other"]),
  });
  await db().feedback.updateMany({
    where: { projectId, ratingCategories: { has: "wrong_tone" } },
    data: { feedbackComment: "Far too blunt for our customers" },
  });
  await db().interaction.updateMany({
    where: { projectId, promptVersion: "v7" },
    data: { retrievedContext: [{ text: "a", score: 0.2 }, { text: "b", score: 0.4 }, "c"] },
  });
  await makeSearchable();
  await detectProblems(projectId, at);
  const [problem] = await listProblems(projectId);
  return problem?.problemId ?? "";
}

it("tells what speaks for a problem, and what changed before it", async () => {
  const { problem, days, evidence, steps, times } = await readProblem(projectId, await planted(), at);
  expect(problem.scope).toMatchObject({ promptVersion: "v7" });
  expect(steps).toHaveLength(1);
  expect(times.notice).toBeGreaterThan(0);
  expect(days.at(-1)?.date).toBe("2026-11-30");
  expect(days.reduce((sum, { thumbs }) => sum + thumbs, 0)).toBe(72);
  expect(evidence.categories).toMatchObject([{ category: "wrong_tone", others: 0 }]);
  expect(evidence.comments[0]).toMatchObject({ text: "Far too blunt for our customers" });
  expect(evidence.worst).toHaveLength(5);
  for (const { thumbsDown, promptVersion } of evidence.worst)
    expect([thumbsDown, promptVersion]).toEqual([1, "v7"]);
  expect(evidence.edits).toEqual([]);
  expect(evidence.retrieval.since).toEqual({ mean: expect.closeTo(0.4, 9), answers: 72 });
  expect(evidence.retrieval.before).toEqual({ mean: null, answers: 0 });
});

it("refuses to link what there is not", async () => {
  const problemId = await planted();
  const link = (to: Parameters<typeof takeProblemStep>[2] & { step: "link" }) =>
    takeProblemStep(projectId, problemId, to, "Ada");
  const version = { kind: "prompt_version", template: "reply", version: "v99" } as const;
  await expect(link({ step: "link", note: "", link: version })).rejects.toMatchObject({
    ...{ code: "invalid_body", extras: { errors: [{ path: "link.version" }] } },
  });
  const experiment = { kind: "experiment", experiment: "none" } as const;
  await expect(link({ step: "link", note: "", link: experiment })).rejects.toMatchObject({
    ...{ code: "invalid_body", extras: { errors: [{ path: "link.experiment" }] } },
  });
});
