import { db, Prisma } from "#lib/platform/db/client.ts";

/** Leaves every table without statistics, as on everybody's first day: plans are made as if there was nothing. */
export async function neverAnalyze(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT relname AS name FROM pg_stat_user_tables WHERE schemaname = 'public'`;
  for (const { name } of tables)
    await db().$executeRawUnsafe(`ALTER TABLE "${name}" SET (autovacuum_enabled = false)`);
}

/** How many rows and entries were read so far, of each table that was read whole and of each index. */
export async function readsSoFar(): Promise<Map<string, number>> {
  // Every connection of the pool tells what it counted; it would at its leisure.
  await Promise.all(
    Array.from({ length: 40 }, () => db().$executeRaw`SELECT pg_stat_force_next_flush(), pg_sleep(0.01)`),
  );
  const rows = await db().$queryRaw<{ name: string; reads: number }[]>(Prisma.sql`
    SELECT relname || ' read whole' AS name, seq_tup_read::float8 AS reads FROM pg_stat_user_tables
    WHERE schemaname = 'public'
    UNION ALL
    SELECT indexrelname, GREATEST(idx_tup_read, idx_tup_fetch)::float8 FROM pg_stat_user_indexes
    WHERE schemaname = 'public'`);
  return new Map(rows.map(({ name, reads }) => [name, reads]));
}

/** What was read since, of each. */
export async function readsSince(
  before: ReadonlyMap<string, number>,
): Promise<[name: string, reads: number][]> {
  return [...(await readsSoFar())].map(([name, reads]) => [name, reads - (before.get(name) ?? 0)]);
}
