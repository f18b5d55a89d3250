import { now } from "../clock.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "../db/client.ts";
import { retryConflicts } from "../db/retry-conflicts.ts";
import { forgetJobs } from "../jobs/index.ts";

/** Most rows that one statement takes away; what hangs on them goes with them. */
const ROWS_AT_ONCE = 1_000;

/** Most rows that are looked up at once: a look passes over all that was taken away before it. */
const ROWS_LOOKED_UP = 100_000;

/**
 * How long after its deletion a project's row stays, in milliseconds: other processes believe in its keys for three
 * seconds, and what they have under way hangs on that row until it is stored or refused.
 */
const SETTLE_MS = 10_000;

/** A project that was deleted and still has a row. */
export interface DeletedProject {
  projectId: string;
  /** Whether nothing is written to it any more. */
  settled: boolean;
}

/** The projects that were deleted and not yet erased. */
export async function deletedProjects(): Promise<DeletedProject[]> {
  const rows = await db().project.findMany({
    where: { deletedAt: { not: null } },
    select: { projectId: true, deletedAt: true },
    orderBy: { deletedAt: "asc" },
  });
  const before = now().getTime() - SETTLE_MS;
  return rows.map(({ projectId, deletedAt }) => ({
    projectId,
    settled: deletedAt !== null && deletedAt.getTime() <= before,
  }));
}

/**
 * Takes a project's rows out of every table, some at a time, so that no transaction is long and nobody waits.
 * @param until when to leave off, on the clock of `performance.now()`.
 * @returns whether none was left.
 */
export async function emptyProject(projectId: string, until: number): Promise<boolean> {
  for (const table of await projectTables(db())) {
    for (let rows = await rowsIn(table, projectId); rows.length > 0; rows = await rowsIn(table, projectId)) {
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        const some = rows.slice(start, start + ROWS_AT_ONCE);
        await retryConflicts(
          () => db().$executeRaw`
            DELETE FROM ${table} WHERE ctid = ANY(${some}::text[]::tid[]) AND project_id = ${projectId}::uuid`,
        );
        if (performance.now() > until) return false;
      }
    }
  }
  return true;
}

/** Where rows of a project lie in a table. */
async function rowsIn(table: Prisma.Sql, projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ place: string }[]>`
    SELECT ctid::text AS place FROM ${table} WHERE project_id = ${projectId}::uuid LIMIT ${ROWS_LOOKED_UP}`;
  return rows.map(({ place }) => place);
}

/** Keeps others from working on a project until the transaction ends. */
export type HoldProject = (tx: Transaction, projectId: string) => Promise<unknown>;

/**
 * Takes away an emptied project's own row, with what was written since and its jobs. Then its id is nowhere.
 * @param holds what may be at work on it in another process.
 */
export async function removeProject(projectId: string, holds: readonly HoldProject[]): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const hold of holds) await hold(tx, projectId);
    for (const table of await projectTables(tx))
      await tx.$executeRaw`DELETE FROM ${table} WHERE project_id = ${projectId}::uuid`;
    await tx.$executeRaw`DELETE FROM projects WHERE project_id = ${projectId}::uuid`;
    await forgetJobs(tx, projectId);
  }, TRANSACTION_TIMES);
}

/** Every table with a project's rows, as the database has them: a new one is emptied without being named here. */
async function projectTables(tx: Transaction): Promise<Prisma.Sql[]> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND column_name = 'project_id'
      AND table_name <> 'projects' ORDER BY table_name`;
  return tables.map(({ name }) => Prisma.raw(name));
}
