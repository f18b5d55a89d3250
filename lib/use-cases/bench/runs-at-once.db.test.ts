import { expect, it } from "vitest";
import { insertRun, runningRuns, stopRun } from "#lib/act/bench/index.ts";
import { createPrompt } from "#lib/act/prompts/index.ts";
import { contentFields } from "#lib/act/prompts/schema.ts";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";

testDatabase();

it("lets three runs of a project be under way, and takes each project's first before any second", async () => {
  const [one, other] = [await testProject(), await testProject()];
  const { projectId } = one;
  for (const project of [one, other]) {
    await collectMixed(serverOf(project), [{ type: "interaction", ...answer, interaction_id: "i0" }]);
    for (const template of ["a", "b", "c", "d"])
      await createPrompt({
        ...{
          projectId: project.projectId,
          template,
          logged: [],
          author: { name: "Ada", mayMoveProtected: false },
        },
        draft: { ...contentFields("Say: {{what}}"), modelName: null, modelParams: null, note: "" },
      });
  }
  const planned = (template: string, project = projectId) =>
    insertRun({
      ...{ projectId: project, template, version: "v1", content: "Say: {{what}}", variables: ["what"] },
      ...{ inputAs: null, inputs: "latest", asked: 1, modelName: "small", modelParams: null, prices: null },
      ...{ startedBy: "Ada", answers: [{ interactionId: "i0", reason: null }] },
    });
  const first = await planned("a");
  const second = await planned("b");
  await planned("c");
  await expect(planned("d")).rejects.toMatchObject({
    ...{ code: "bench_running", status: 409, message: expect.stringMatching(/“a”, “b”, “c”/) },
  });
  await expect(planned("b")).rejects.toMatchObject({ message: expect.stringMatching(/^“b” is being run/) });
  const others = await planned("a", other.projectId);
  const order = await runningRuns();
  expect(order.indexOf(others)).toBeLessThan(order.indexOf(second));
  await stopRun(projectId, first, "Ada");
  await expect(planned("d")).resolves.toBeDefined();
});
