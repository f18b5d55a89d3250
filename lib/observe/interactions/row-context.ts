import type { ProjectContext } from "#lib/platform/access/project-context";
import { userHash } from "#lib/platform/access/user-hash";
import { now } from "#lib/platform/clock";
import { newId } from "#lib/platform/ids";
import { type Redactor, redactorFor } from "../redaction/index.ts";

/** What settles a body into a row of its project. */
export interface RowContext {
  projectId: string;
  newId(): string;
  hashUser(userId: string): string;
  redact: Redactor;
  now: Date;
}

/** The context of this project, now. */
export const rowContext = (project: ProjectContext): RowContext => ({
  projectId: project.projectId,
  newId,
  hashUser: (id) => userHash(project.userHashKey, id),
  redact: redactorFor(project.redaction),
  now: now(),
});
