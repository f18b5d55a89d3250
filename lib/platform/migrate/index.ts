import { SessionClient } from "#lib/platform/db/session.ts";
import { MIGRATIONS, readMigrations } from "./folder.ts";
import { planMigrations } from "./history.ts";
import { readHistory } from "./read-history.ts";

/** The key of the advisory lock under which one process migrates; any number, the same for all. */
const MIGRATING = 7_305_021;

/**
 * Brings the database to this checkout. Of several processes one migrates and the others wait for it.
 * A database that is up to date costs three queries and no engine.
 * @throws Error that names the migration and what to do: one failed, one is unknown here, or one was changed.
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<{ applied: string[] }> {
  const client = new SessionClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const migrations = await readMigrations(folder);
    if (planMigrations(migrations, await readHistory(client)).pending.length === 0) return { applied: [] };
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATING]);
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
      `${wordsOf(cause)}\nThe database is as it was before. Mend what PostgreSQL names (rights, space, data that does not fit) and start again: it is tried again from its beginning.`,
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
