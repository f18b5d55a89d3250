import { db } from "#lib/platform/db/client.ts";
import { writeFault } from "#lib/platform/db/write-health.ts";
import { migrationsPending } from "#lib/platform/migrate/pending.ts";
import { databaseFault, Problem } from "#lib/platform/problem/index.ts";

let asked: Promise<void> | undefined;

/**
 * Checks that the database is reachable, accepts writes and is migrated. The route is public, so concurrent requests
 * share one check.
 * @throws Problem 503 if any check fails.
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
  const words = fault ?? `Pending migrations: ${pending.join(", ")}.`;
  throw new Problem("database_unavailable", words, { retryAfterSeconds: 2 });
}

/** A standby answers reads, so check that it is writable. */
async function readOnlyFault(): Promise<string | undefined> {
  const [{ standby } = { standby: false }] = await db().$queryRaw<{ standby: boolean }[]>`
    SELECT pg_is_in_recovery() AS standby`;
  return standby ? databaseFault({ code: "25006" })?.words : undefined;
}
