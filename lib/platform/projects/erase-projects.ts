import { now } from "../clock.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "../db/client.ts";
import { retryConflicts } from "../db/retry-conflicts.ts";
import { forgetJobs } from "../jobs/index.ts";

/** Maximum rows deleted per statement, plus rows that cascade. */
const ROWS_AT_ONCE = 1_000;

/** Maximum rows looked up at once: a lookup has to skip the rows deleted before it. */
const ROWS_LOOKED_UP = 100_000;

/**
 * How long a deleted project's row stays, in milliseconds: other processes cache its keys for three seconds, and their
 * pending writes need the row until they are stored or rejected.
 */
const SETTLE_MS = 10_000;

/** A deleted project whose row still exists. */
export interface DeletedProject {
  projectId: string;
  /** Whether nothing can be written to it any more. */
  settled: boolean;
}

/** Deleted projects whose data has not been erased yet. */
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
 * Deletes a project's rows from every table in small transactions, so that nobody has to wait.
 * @param until when to stop, as a value of `performance.now()`.
 * @returns whether no rows are left.
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

/** The physical location of a project's rows in a table. */
async function rowsIn(table: Prisma.Sql, projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ place: string }[]>`
    SELECT ctid::text AS place FROM ${table} WHERE project_id = ${projectId}::uuid LIMIT ${ROWS_LOOKED_UP}`;
  return rows.map(({ place }) => place);
}

/** Prevents others from working on a project until the transaction ends. */
export type HoldProject = (tx: Transaction, projectId: string) => Promise<unknown>;

/**
 * Deletes an emptied project's own row, together with later writes and its jobs. Afterwards no trace of its id is left.
 * @param holds locks out work on it in other processes.
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

/** All tables with a project's rows, read from the database, so that new tables are included automatically. */
async function projectTables(tx: Transaction): Promise<Prisma.Sql[]> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND column_name = 'project_id'
      AND table_name <> 'projects' ORDER BY table_name`;
  return tables.map(({ name }) => Prisma.raw(name));
}
