import { beforeEach, expect, it } from "vitest";
import { moveModelLabel } from "#lib/act/models/index.ts";
import { moveLabel, newestMoves } from "#lib/act/prompts/index.ts";
import { contentFields } from "#lib/act/prompts/schema.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { answerTrends } from "./dashboard-api/trends.ts";
import { writeFirstVersion } from "./prompts/write-versions.ts";
import { trendChanges } from "./trend-changes.ts";

testDatabase();

const author = { name: "Ada", mayMoveProtected: false };
const draft = { ...contentFields("Be short."), modelName: null, modelParams: null, note: "" };

let projectId: string;
beforeEach(async () => {
  ({ projectId } = await testProject());
  await writeAnswer(projectId, "2026-11-01T10:00:00Z", {
    featureName: "summary",
    promptTemplate: "sum",
    promptVersion: "old",
  });
  await writeAnswer(projectId, "2026-11-04T10:00:00Z", {
    featureName: "summary",
    promptTemplate: "sum",
    promptVersion: "new",
  });
  for (const template of ["sum", "mail"]) {
    await writeFirstVersion({ projectId, template, draft, author });
    for (const version of ["v1", null])
      await moveLabel({ projectId, template, label: "production" }, { version, reason: "Tried." }, author);
  }
  // They were just now; the window is of earlier days.
  const [first, ...others] = await db().promptLabelMove.findMany({
    where: { projectId },
    orderBy: { id: "asc" },
  });
  const at = (id: string | undefined, movedAt: string) =>
    db().promptLabelMove.updateMany({ where: { projectId, id: id ?? "" }, data: { movedAt } });
  await at(first?.id, "2026-11-03T10:00:00Z");
  for (const { id } of others) await at(id, "2026-11-05T10:00:00Z");
});

const window = { from: "2026-11-01", to: "2026-11-06", tz: "UTC" };
const names = async (more: object = {}) =>
  (await trendChanges({ projectId, ...window, ...more })).map(({ kind, name }) => `${kind} ${name}`);

it("tells of deployments and moved labels in the order of time", async () => {
  const all = await names();
  expect(all.slice(0, 2)).toEqual(["label sum production → v1", "prompt sum new"]);
  expect(all.slice(2).sort()).toEqual([
    "label mail production removed",
    "label mail production → v1",
    "label sum production removed",
  ]);
});

it("the API's trends carry the moved labels of their window, newest first", async () => {
  const told = await answerTrends({ projectId, ...window, to: "2026-11-04" }, { unit: "day" });
  expect(told.label_moves).toMatchObject([
    {
      ...{ template: "sum", label: "production", from_version: null, to_version: "v1", moved_by: "Ada" },
      ...{ reason: "Tried.", moved_at: "2026-11-03T10:00:00.000Z" },
    },
  ]);
});

it.each([
  ["a feature, of the prompts that its answers name", { feature: "summary" }, 2],
  ["a prompt", { promptTemplate: "mail" }, 2],
  ["no prompt", { promptTemplate: "" }, 0],
  ["days before them", { to: "2026-11-02" }, 0],
])("has of %s no other moves", async (_, more, count) => {
  const moves = (await names(more)).filter((name) => name.startsWith("label "));
  expect(moves).toHaveLength(count);
});

it("tells of switched models, of their feature alone", async () => {
  const key = { projectId, feature: "summary", label: "production" };
  for (const model of ["small", null]) await moveModelLabel(key, { model, reason: "Tried.", by: "Ada" });
  await db().featureModelMove.updateMany({ where: { projectId }, data: { movedAt: "2026-11-02T10:00:00Z" } });
  const models = async (more: object) => (await names(more)).filter((name) => name.includes(" model:"));
  const both = ["label summary model:production removed", "label summary model:production → small"];
  expect((await models({})).sort()).toEqual(both);
  expect(await models({ feature: "summary" })).toHaveLength(2);
  expect(await models({ feature: "mail" })).toEqual([]);
  expect(await models({ promptTemplate: "sum" })).toEqual([]);
});

it("knows the newest move of each prompt", async () => {
  const moves = await newestMoves(projectId);
  expect(
    moves.map(({ template, fromVersion, toVersion, reason }) => [template, fromVersion, toVersion, reason]),
  ).toEqual([
    ["mail", "v1", null, "Tried."],
    ["sum", "v1", null, "Tried."],
  ]);
});
