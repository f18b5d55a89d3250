import { userHash } from "#lib/platform/auth/user-hash.ts";
import { now } from "#lib/platform/clock.ts";
import { newId, sha256Hex } from "#lib/platform/ids.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import { type Redactor, redactorFor } from "../redaction/index.ts";

/** What settles a body into a row of its project. */
export interface RowContext {
  projectId: string;
  newId(): string;
  hashUser(userId: string): string;
  redact: Redactor;
  /** Hex of the SHA-256 of a value's JSON. */
  fingerprint(value: unknown): string;
  now: Date;
}

/** The context of this project, now. */
export function rowContext(project: ProjectContext): RowContext {
  // A rating and the answer that came inline with it are of the same user, and so are many events of a batch.
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
