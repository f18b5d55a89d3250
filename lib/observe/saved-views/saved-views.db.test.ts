import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { changeView, deleteView, listViews, saveView } from "./index.ts";

testDatabase();

it("keeps the views of two projects separate", async () => {
  const [one, two] = [await testProject(), await testProject()];
  const view = await saveView(one.projectId, { name: "Same", query: "q=a" }, "u");
  await saveView(two.projectId, { name: "Same", query: "q=b" }, "u");
  await expect(changeView(two.projectId, view.viewId, { name: "Mine" })).rejects.toMatchObject({
    status: 404,
  });
  await expect(deleteView(two.projectId, view.viewId)).rejects.toMatchObject({ status: 404 });
  expect(await listViews(one.projectId)).toEqual([{ viewId: view.viewId, name: "Same", query: "q=a" }]);
});

it("allows at most a hundred views per project", async () => {
  const { projectId } = await testProject();
  for (let n = 0; n < 100; n++) await saveView(projectId, { name: `v${n}`, query: "" }, "u");
  const more = saveView(projectId, { name: "more", query: "" }, "u");
  await expect(more).rejects.toMatchObject({ code: "conflict" });
});
