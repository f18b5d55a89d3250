import { userHash } from "#lib/platform/auth/user-hash.ts";
import { now } from "#lib/platform/clock.ts";
import { newId, sha256Hex } from "#lib/platform/ids.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { type Redactor, redactorFor } from "../redaction/index.ts";

/** What is needed to turn a request body into a row of its project. */
export interface RowContext {
  projectId: string;
  newId(): string;
  hashUser(userId: string): string;
  redact: Redactor;
  /** Hex SHA-256 of a value's JSON. */
  fingerprint(value: unknown): string;
  now: Date;
}

/** The context of a project at the current time. */
export function rowContext(project: ProjectContext): RowContext {
  // A rating and its inline interaction have the same user, and so do many events of a batch.
  const hashes = new Map<string, string>();
  const hashUser = (id: string): string => {
    const known = hashes.get(id);
    if (known !== undefined) return known;
    const hash = userHash(project.userHashKey, id);
    hashes.set(id, hash);
    return hash;
  };
  return {
    projectId: project.projectId,
    newId,
    hashUser,
    redact: redactorFor(project.redaction),
    fingerprint: (value) => sha256Hex(JSON.stringify(value)),
    now: now(),
  };
}
