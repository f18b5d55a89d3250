import { migrationNames } from "./folder.ts";

/** One row of a migration's state, as `$queryRaw` and `pg` both give it. */
type Query = (sql: string) => Promise<{ name: string }[]>;

/**
 * The pending migrations, for /api/ready; without the engine.
 * @param query runs a query, for example `(sql) => db().$queryRawUnsafe(sql)`.
 * @throws what the query throws if the database is unreachable.
 */
export async function migrationsPending(query: Query): Promise<string[]> {
  const [there] = await query("SELECT 'table' AS name WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  const finished = there
    ? await query(
        "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      )
    : [];
  const done = new Set(finished.map((row) => row.name));
  return (await migrationNames()).filter((name) => !done.has(name));
}
