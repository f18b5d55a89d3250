import { type NewRunBody, newRunSchema, readRows } from "#lib/act/bench/index.ts";
import { createPrompt } from "#lib/act/prompts/index.ts";
import { contentFields } from "#lib/act/prompts/schema.ts";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { answer } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { startRun } from "../start-run.ts";

/** A project with the prompt “echo”, which says what it is given. */
export async function echoProject(): Promise<TestProject> {
  const project = await testProject();
  await createPrompt({
    ...{ projectId: project.projectId, template: "echo", logged: [] },
    author: { name: "Ada", mayMoveProtected: false },
    draft: {
      ...contentFields("Say: {{what}}"),
      ...{ modelName: null, modelParams: { temperature: 0.5 }, note: "" },
    },
  });
  return project;
}

/** Logs answers of the prompt, the last of them the newest. */
export const log = (project: TestProject, ...answers: object[]) =>
  collectMixed(
    serverOf(project),
    answers.map((more, index) => ({
      ...{ type: "interaction", ...answer, interaction_id: `i${index}`, prompt_template: "echo" },
      ...{ prompt_version: "v1", created_at: new Date(Date.UTC(2026, 9, 1, 10, index)).toISOString() },
      ...more,
    })),
  );

/** An answer to the prompt with this value. */
export const says = (what: string, more: object = {}) => ({ prompt_variables: { what }, ...more });

/** Starts a run of the prompt's first version. */
export const start = (projectId: string, body: Partial<NewRunBody> = {}) =>
  startRun(projectId, { template: "echo", version: "v1" }, newRunSchema.parse(body), "Ada");

/** The rows of a run, by the interaction whose input each has. */
export async function rowsOf(projectId: string, runId: string) {
  const rows = await readRows(projectId, runId, { from: 0, most: 100, characters: 1_000 });
  return Object.fromEntries(rows.map((row) => [row.interactionId, row]));
}
