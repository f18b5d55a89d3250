import { beforeEach } from "vitest";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { indexProject } from "../index.ts";

/** An answer without any of the words searched for. */
export const answer = { type: "interaction", feature_name: "f", model_name: "m", response_text: "An answer" };

/** A new project for each test, to collect in and to index. */
export function collecting() {
  let project: TestProject;
  beforeEach(async () => {
    project = await testProject();
  });
  return {
    projectId: () => project.projectId,
    collect: (...events: object[]) => collectMixed(serverOf(project), events),
    index: () => indexProject(project.projectId),
  };
}
