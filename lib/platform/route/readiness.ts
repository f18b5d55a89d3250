import { db } from "#lib/platform/db/client.ts";
import { writeFault } from "#lib/platform/db/write-health.ts";
import { migrationsPending } from "#lib/platform/migrate/pending.ts";
import { databaseFault, Problem } from "#lib/platform/problem/index.ts";

let asked: Promise<void> | undefined;

/**
 * Asks the database, whether it takes writes, and holds its migrations against this checkout's. Anybody may ask: who
 * does while the database is being asked is told the same.
 * @throws Problem 503 while any of it is not in order.
 */
export function readiness(): Promise<void> {
  asked ??= askDatabase().finally(() => {
    asked = undefined;
  });
  return asked;
}

async function askDatabase(): Promise<void> {
  const pending = await migrationsPending((sql) => db().$queryRawUnsafe<{ name: string }[]>(sql));
  const fault = writeFault() ?? (await readOnlyFault());
  if (pending.length === 0 && fault === undefined) return;
  const words = fault ?? `Migrations are still to run: ${pending.join(", ")}.`;
  throw new Problem("database_unavailable", words, { retryAfterSeconds: 2 });
}

/** A standby answers all that is read. */
async function readOnlyFault(): Promise<string | undefined> {
  const [{ standby } = { standby: false }] = await db().$queryRaw<{ standby: boolean }[]>`
    SELECT pg_is_in_recovery() AS standby`;
  return standby ? databaseFault({ code: "25006" })?.words : undefined;
}
