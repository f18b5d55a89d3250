import { logInteraction } from "#lib/observe/ingest/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { answer, type Result } from "#tests/fixtures/events.ts";
import type { TestProject } from "#tests/fixtures/project.ts";

/** Logs an answer and returns its token. */
export const log = async (project: TestProject, named: object = {}, id = "i") =>
  (await logInteraction(project, { ...answer, interaction_id: id, ...named } as never)).feedbackToken;

export const outcomes = (results: readonly Result[]) => results.map(({ status, code }) => code ?? status);
export const ratings = ({ projectId }: TestProject) =>
  db().feedback.findMany({ where: { projectId }, orderBy: [{ createdAt: "asc" }, { rater: "asc" }] });
