import type { Client } from "pg";
import type { AppliedMigration } from "./history.ts";

/** Reads `_prisma_migrations`; a database without it has no history. */
export async function readHistory(client: Pick<Client, "query">): Promise<AppliedMigration[]> {
  const there = await client.query<{ there: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there",
  );
  if (!there.rows[0]?.there) return [];
  const result = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return result.rows;
}
