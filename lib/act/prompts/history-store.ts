import { db } from "#lib/platform/db/client.ts";
import type { LabelMove } from "./label-store.ts";

/** A move of a label, and of which prompt. */
export interface PromptMove extends LabelMove {
  template: string;
}

/** Most moves of a window that are told, the newest. */
export const MOVES_MAX = 50;

/** The label moves of a project from `from` (inclusive) to `to` (exclusive), or those of some prompts, newest first. */
export const movesBetween = (
  projectId: string,
  { from, to }: { from: Date; to: Date },
  templates?: string[],
): Promise<PromptMove[]> =>
  db().promptLabelMove.findMany({
    where: { projectId, movedAt: { gte: from, lt: to }, ...(templates && { template: { in: templates } }) },
    omit: { projectId: true },
    orderBy: { id: "desc" },
    take: MOVES_MAX,
  });

/** The newest label move of each prompt of a project. */
export const newestMoves = (projectId: string): Promise<PromptMove[]> =>
  db().$queryRaw<PromptMove[]>`
    SELECT DISTINCT ON (template) template, id, label, from_version AS "fromVersion", to_version AS "toVersion",
      moved_by AS "movedBy", reason, moved_at AS "movedAt"
    FROM prompt_label_move WHERE project_id = ${projectId}::uuid ORDER BY template, id DESC`;

/** A version of a prompt without what it says. */
export interface VersionNote {
  version: string;
  /** Null of the first that is managed. */
  parentVersion: string | null;
  author: string;
  note: string;
  createdAt: Date;
}

/** Some versions of a prompt, without what they say. */
export const readVersionNotes = (
  projectId: string,
  template: string,
  names: readonly string[],
): Promise<VersionNote[]> =>
  db().promptVersion.findMany({
    where: { projectId, template, version: { in: [...names] } },
    select: { version: true, parentVersion: true, author: true, note: true, createdAt: true },
  });
