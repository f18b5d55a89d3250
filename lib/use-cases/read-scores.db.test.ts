import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { answer, send } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { rate } from "../domain/rate.ts";
import { rateDifference } from "../domain/rate-difference.ts";
import { scoreTrends, scoreWhole } from "../evaluate/metrics/index.ts";
import { listInteractions } from "../observe/interactions/index.ts";
import { declareScore } from "../observe/scores/index.ts";
import { compareModels } from "./compare-models.ts";
import { comparePromptVersions } from "./compare-prompt-versions.ts";
import { modelScores, promptScores, scoresBeside } from "./compare-scores.ts";
import { readScores } from "./read-scores.ts";

testDatabase();

const day = { from: "2026-10-01", to: "2026-10-03", tz: "UTC" };
const turn = (id: string, model_name: string, session_id: string, hour: number) => ({
  ...{ type: "interaction", interaction_id: id, ...answer, model_name, session_id },
  created_at: new Date(Date.UTC(2026, 9, 1, hour)).toISOString(),
});
const score = (score_name: string, value: boolean | number | string, more: object) => ({
  ...{ type: "feedback", rating_type: "score", score_name },
  ...(typeof value === "string" ? { score_label: value } : { score_value: value }),
  ...more,
});

/** Answers of two models in two sessions, with scores by two users, a teammate, and of the sessions. */
async function scoredProject(): Promise<TestProject> {
  const project = await testProject();
  await declareScore(project.projectId, "grade", {
    ...{ type: "category", labels: ["poor", "good", "excellent"], direction: "higher" },
  });
  const on = (interaction_id: string, user_id: string, more = {}) => ({ interaction_id, user_id, ...more });
  const results = await send(serverOf(project), [
    ...[turn("a1", "small", "s", 1), turn("a2", "large", "s", 2), turn("b1", "small", "t", 30)],
    ...[score("grade", "good", on("a1", "u")), score("grade", "poor", on("a1", "v"))],
    ...[score("grade", "good", on("a2", "u")), score("grade", "good", on("a2", "v"))],
    score("grade", "poor", on("b1", "w", { source: "reviewer" })),
    ...[score("similarity", 1, on("a1", "u")), score("similarity", 2, on("a2", "u"))],
    score("similarity", 3, on("b1", "u")),
    score("solved", true, { session_id: "s" }),
    score("solved", false, { session_id: "t" }),
  ]);
  expect(results.filter(({ status }) => status !== 201)).toEqual([]);
  return project;
}

it("says of every score its n and its interval or its shares, by model and by day, and never mixes who gave them", async () => {
  const { projectId } = await scoredProject();
  const rows = await readScores({ projectId, ...day });
  expect(rows.map(({ definition, target, n }) => [definition.name, target, n])).toEqual([
    ["grade", "interaction", 4],
    ["similarity", "interaction", 3],
    ["solved", "session", 2],
  ]);
  const [grade, similarity, solved] = rows;
  expect(grade?.labels).toEqual([
    { label: "poor", count: 1, share: rate(1, 4) },
    { label: "good", count: 3, share: rate(3, 4) },
    { label: "excellent", count: 0, share: rate(0, 4) },
  ]);
  // t(0.975; 2) = 4.302653.
  expect(similarity?.mean).toMatchObject({
    value: 2,
    n: 3,
    low: expect.closeTo(2 - 4.302653 / Math.sqrt(3), 4),
  });
  expect(solved?.shareTrue).toEqual(rate(1, 2));
  expect(solved?.models.map(({ model, shareTrue }) => [model, shareTrue?.value])).toEqual([
    ["large", 1],
    ["small", 0],
  ]);
  expect(grade?.days.map(({ day: at, n }) => [at, n])).toEqual([["2026-10-01", 4]]);
  expect(similarity?.days.map(({ day: at, n }) => [at, n])).toEqual([
    ["2026-10-01", 2],
    ["2026-10-02", 1],
  ]);
  const [reviewed, ...others] = await readScores({ projectId, ...day }, "reviewer");
  expect(others).toEqual([]);
  expect(reviewed).toMatchObject({ n: 1, labels: [{ label: "poor", count: 1 }, { count: 0 }, { count: 0 }] });
});

it("counts the values that the list counts for the same score, label and model", async () => {
  const { projectId } = await scoredProject();
  const [from, to] = [new Date(day.from), new Date("2026-10-04")];
  for (const model of [undefined, "small", "large"]) {
    for (const { definition, target, n, labels } of await readScores({ projectId, ...day, model })) {
      const listed = async (label?: string) => {
        const score = { name: definition.name, target, label };
        const { count } = await listInteractions(projectId, { model, score, from, to, counted: true });
        return count?.ratings;
      };
      const where = `${definition.name} of ${model ?? "all models"}`;
      expect(await listed(), where).toBe(n);
      for (const { label, count } of labels) expect(await listed(label), where).toBe(count);
    }
  }
});

it("compares models by the best label of a grade, by means and by shares, each against the reference", async () => {
  const { projectId } = await scoredProject();
  const filter = { projectId, ...day };
  const models = await compareModels(filter, "large");
  const scores = await modelScores(filter, models);
  expect(models.map(({ modelName }) => modelName)).toEqual(["small", "large"]);
  expect(scores.map(({ definition: { name }, label }) => [name, label])).toEqual([
    ["grade", "excellent"],
    ["similarity", null],
    ["solved", null],
  ]);
  const [grade, similarity, solved] = scores.map(({ places }) => places);
  expect(grade?.map((place) => [place?.figures.n, place?.difference])).toEqual([
    [2, rateDifference(rate(0, 2), rate(0, 2))],
    [2, null],
  ]);
  // One value has no interval, and so the difference from it has none.
  expect(similarity?.[0]).toMatchObject({
    figures: { mean: { value: 2, n: 2 } },
    difference: { value: null },
  });
  expect(solved?.[0]?.difference).toEqual(rateDifference(rate(0, 1), rate(1, 1)));
  const [version] = await comparePromptVersions(filter);
  const [first] = await promptScores(filter, version ? [version] : []);
  expect(first?.places[0]).toMatchObject({ figures: { n: 4 }, difference: null });
});

it("draws a score by day and by hour, whole and split, and holds a window against the one before", async () => {
  const { projectId } = await scoredProject();
  const filter = { projectId, ...day };
  const similarity = { name: "similarity", target: "interaction" } as const;
  const [whole] = await scoreTrends(filter, similarity, { unit: "day" });
  expect(whole?.points.map(({ at, n, sum }) => [at, n, sum])).toEqual([
    ["2026-10-01", 2, 3],
    ["2026-10-02", 1, 3],
    ["2026-10-03", 0, 0],
  ]);
  const lines = await scoreTrends(filter, similarity, { unit: "hour", split: "model" });
  expect(
    lines.map(({ name, points }) => [name, points.filter(({ n }) => n > 0).map(({ at }) => at)]),
  ).toEqual([
    ["small", ["2026-10-01T01:00:00.000Z", "2026-10-02T06:00:00.000Z"]],
    ["large", ["2026-10-01T02:00:00.000Z"]],
  ]);
  // A score of the same name about sessions is another one.
  expect((await scoreWhole(filter, { ...similarity, target: "session" })).n).toBe(0);
  const second = { ...filter, from: "2026-10-02", to: "2026-10-02" };
  const changed = await scoresBeside(second, { ...filter, to: "2026-10-01" });
  expect(
    changed.map(({ definition, now, before }) => [definition.name, now.figures.n, before?.figures.n]),
  ).toEqual([
    ["similarity", 1, 2],
    ["solved", 1, 1],
  ]);
});
