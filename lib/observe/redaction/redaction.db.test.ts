import { expect, it } from "vitest";
import { projectContext } from "#lib/platform/projects/project-context.ts";
import { testDatabase } from "#tests/database/database.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { readRedaction, saveRedaction } from "./index.ts";

const database = testDatabase();

it("redacts everything in a new project's texts", async () => {
  const { projectId } = await testProject();
  expect(await readRedaction(projectId)).toEqual({ enabled: true, skippedKinds: [], patterns: [] });
});

it("saves the settings of one project, for its next requests", async () => {
  const [{ projectId }, other] = [await testProject(), await testProject()];
  const settings = {
    enabled: true,
    skippedKinds: ["ip" as const],
    patterns: [{ name: "Case", pattern: "C-\\d+" }],
  };
  await saveRedaction(projectId, settings);
  expect(await readRedaction(projectId)).toEqual(settings);
  const row = await database.client().project.findUniqueOrThrow({ where: { projectId } });
  expect(projectContext(row).redaction).toEqual(settings);
  expect((await readRedaction(other.projectId)).skippedKinds).toEqual([]);
});
