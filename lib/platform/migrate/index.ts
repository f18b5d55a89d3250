import { SessionClient } from "#lib/platform/db/session.ts";
import { advisoryLocks } from "../db/advisory-locks.ts";
import { MIGRATIONS, readMigrations } from "./folder.ts";
import { planMigrations } from "./history.ts";
import { readHistory } from "./read-history.ts";

/**
 * Migrates the database. Of several processes, one migrates and the others wait. A database that is up to date costs
 * three queries and no engine.
 * @throws Error that names the migration and what to do if one failed, is unknown or was changed.
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<{ applied: string[] }> {
  const client = new SessionClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const migrations = await readMigrations(folder);
    if (planMigrations(migrations, await readHistory(client)).pending.length === 0) return { applied: [] };
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLocks.migrations]);
    const { pending, failed } = planMigrations(migrations, await readHistory(client));
    if (pending.length === 0) return { applied: [] };
    return { applied: await apply(url, migrations, failed) };
  } finally {
    await client.end().catch(() => {});
  }
}

async function apply(url: string, migrations: Awaited<ReturnType<typeof readMigrations>>, failed: string[]) {
  const { applyMigrations } = await import("./engine.ts");
  try {
    return await applyMigrations(url, migrations, failed);
  } catch (cause) {
    throw new Error(
      `${wordsOf(cause)}\nThe migration was rolled back. Fix what PostgreSQL reports (permissions, disk space or conflicting data) and start again to retry it.`,
      { cause },
    );
  }
}

/** The engine throws plain objects as well as errors. */
function wordsOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  const { message } = (cause ?? {}) as { message?: unknown };
  return typeof message === "string" ? message : JSON.stringify(cause);
}
