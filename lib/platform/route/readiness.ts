import { db } from "#lib/platform/db/client";
import { migrationsPending } from "#lib/platform/migrate/pending";
import { Problem } from "#lib/platform/problem/index";

/**
 * Asks the database and holds its migrations against this checkout's.
 * @throws Problem 503 while either is not in order.
 */
export async function readiness(): Promise<void> {
  const pending = await migrationsPending((sql) => db().$queryRawUnsafe<{ name: string }[]>(sql));
  if (pending.length === 0) return;
  throw new Problem("database_unavailable", `Migrations are still to run: ${pending.join(", ")}.`, {
    retryAfterSeconds: 2,
  });
}
