import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { listInteractions } from "#lib/observe/interactions/index";
import { declareScore } from "#lib/observe/scores/index";
import { testDatabase } from "#tests/database";
import { answer, send } from "#tests/events";
import { type TestProject, testProject } from "#tests/project";
import { serverOf } from "#tests/sender";
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
  expect(rows.map(({ definition, target, n, answers }) => [definition.name, target, n, answers])).toEqual([
    ["grade", "interaction", 4, 2],
    ["similarity", "interaction", 3, 3],
    ["solved", "session", 2, 2],
  ]);
  const [grade, similarity, solved] = rows;
  expect(grade?.labels).toEqual([
    { label: "poor", count: 1, share: rate(1, 4), answers: 1 },
    { label: "good", count: 3, share: rate(3, 4), answers: 2 },
    { label: "excellent", count: 0, share: rate(0, 4), answers: 0 },
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

it("counts the answers that the list shows for the same score, label and model", async () => {
  const { projectId } = await scoredProject();
  for (const model of [undefined, "small", "large"]) {
    const filter = { projectId, ...day, ...(model ? { model } : {}) };
    for (const { definition, target, answers, labels } of await readScores(filter)) {
      const listed = async (label?: string) => {
        const { data } = await listInteractions(projectId, {
          ...(model ? { model } : {}),
          ...{
            score: { name: definition.name, target, label },
            from: new Date(day.from),
            to: new Date("2026-10-04"),
          },
        });
        return data.length;
      };
      const where = `${definition.name} of ${model ?? "all models"}`;
      expect(await listed(), where).toBe(answers);
      for (const { label, answers: ofLabel } of labels) expect(await listed(label), where).toBe(ofLabel);
    }
  }
});
