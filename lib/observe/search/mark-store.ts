import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { isParentGone, retryConflicts } from "#lib/platform/db/retry-conflicts.ts";
import { writeDocuments } from "./document-store.ts";

/** How many marks to process per transaction. */
const MARKS_AT_ONCE = 500;

const PATIENCE = { timeout: 60_000, maxWait: 10_000 };

/** The result of processing some marks. */
export interface Indexed {
  documents: number;
  /** Whether more are pending. */
  more: boolean;
}

/**
 * Builds documents for up to `most` pending interactions, newest first. As with rollups, nothing is lost:
 * writers commit their marks together with the rows; here, marks are deleted first and rows read in later
 * statements of the same transaction. Commits do not wait for the disk, since a power failure would lose
 * documents and restore their marks together. Writers take no lock and wait for no one.
 */
export const indexSome = (projectId: string, most: number): Promise<Indexed> =>
  retryConflicts(() =>
    db().$transaction(async (tx) => {
      await holdIndexing(tx, projectId);
      await settle(tx);
      const marks = await takeMarks(tx, projectId);
      if (marks.length === 0) return { documents: 0, more: false };
      const named = marks.flatMap((mark) => (mark.id === "" ? [] : [mark.id]));
      const marked = new Set(marks.flatMap((mark) => (mark.id === "" ? [mark.minute] : [])));
      // Newest first.
      const minutes = [...marked].sort().reverse();
      const missing = await missingIn(tx, projectId, minutes, most + 1);
      if (missing.length > most) await putBack(tx, projectId, minutes);
      const ids = [...new Set([...named, ...missing.slice(0, most)])];
      await writeDocuments(tx, projectId, ids);
      return { documents: ids.length, more: missing.length > most || marks.length === MARKS_AT_ONCE };
    }, PATIENCE),
  ).catch((error: unknown) => {
    // What was being indexed has been deleted.
    if (isParentGone(error)) return { documents: 0, more: true };
    throw error;
  });

/** Keeps other processes from indexing a project until the transaction ends. */
export const holdIndexing = (tx: Transaction, projectId: string): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.indexing}::int, hashtext(${projectId}))`;

/** Fixes the planner's choices, since its statistics of recently filled tables still describe empty ones. */
const settle = (tx: Transaction) => tx.$executeRaw`
  SELECT set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true),
    set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

/** The minute is returned as text, since it is only compared. */
const takeMarks = (tx: Transaction, projectId: string) => tx.$queryRaw<{ minute: string; id: string }[]>`
  DELETE FROM search_marks WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM search_marks WHERE project_id = ${projectId}::uuid
    ORDER BY project_id DESC, minute DESC, interaction_id DESC, mark_id DESC LIMIT ${MARKS_AT_ONCE}
  )) RETURNING minute::text AS minute, interaction_id AS id`;

async function missingIn(tx: Transaction, projectId: string, minutes: string[], most: number) {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT i.interaction_id AS id FROM unnest(${minutes}::timestamptz[]) AS marked(minute)
    CROSS JOIN LATERAL (
      SELECT i.interaction_id FROM interactions AS i WHERE i.project_id = ${projectId}::uuid
        AND i.created_at >= marked.minute AND i.created_at < marked.minute + interval '1 minute'
      ORDER BY i.created_at DESC, i.interaction_id
    ) AS i
    LEFT JOIN LATERAL (
      SELECT true AS there FROM search_documents AS d
      WHERE (d.project_id, d.interaction_id) = (${projectId}::uuid, i.interaction_id) LIMIT 1
    ) AS d ON true
    WHERE d.there IS NULL LIMIT ${most}`;
  return found.map(({ id }) => id);
}

const putBack = (tx: Transaction, projectId: string, minutes: string[]) => tx.$executeRaw`
  INSERT INTO search_marks (project_id, minute)
  SELECT ${projectId}::uuid, minute FROM unnest(${minutes}::timestamptz[]) AS minute`;

/** The projects with something to index. */
export async function projectsToIndex(): Promise<string[]> {
  const due = await db().$queryRaw<{ id: string }[]>`
    WITH RECURSIVE due AS (
      (SELECT project_id FROM search_marks ORDER BY project_id LIMIT 1)
      UNION ALL
      SELECT (SELECT m.project_id FROM search_marks AS m WHERE m.project_id > due.project_id ORDER BY 1 LIMIT 1)
      FROM due WHERE due.project_id IS NOT NULL
    )
    SELECT project_id::text AS id FROM due WHERE project_id IS NOT NULL`;
  return due.map(({ id }) => id);
}

/** Whether part of a project's period is not indexed yet. */
export async function isIndexPending(projectId: string, since: Date | undefined): Promise<boolean> {
  const from = since
    ? Prisma.sql`AND minute >= date_trunc('minute', ${since.toISOString()}::timestamptz)`
    : Prisma.empty;
  const found = await db().$queryRaw<unknown[]>`
    SELECT FROM search_marks WHERE project_id = ${projectId}::uuid ${from} LIMIT 1`;
  return found.length > 0;
}
