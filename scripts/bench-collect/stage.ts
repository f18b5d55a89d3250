import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Client } from "pg";
import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client";
import { acquireDatabase } from "#lib/platform/db/embedded/index";
import { SessionClient } from "#lib/platform/db/session";
import { migrate } from "#lib/platform/migrate/index";
import { createOwnerCommand, createProjectCommand } from "../admin-commands.ts";
import { createTable, TABLE } from "./bench-table.ts";

/** What everybody is measured on: one PostgreSQL that keeps its promises, one project, one more table. */
export interface Stage {
  url: string;
  client: Client;
  projectId: string;
  secretKey: string;
  /** Aborted when somebody wants the run to end. */
  signal: AbortSignal;
  /** Empties what was written, so that nobody writes into a larger table than another. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a PostgreSQL as the app starts its own, with an owner and a project in it. */
export async function openStage(say: (text: string) => void, signal: AbortSignal): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), "whetstone-bench-"));
  const database = await acquireDatabase({ dataDir, onMessage: say }).catch(async (error) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const client = new SessionClient({ connectionString: database.url });
  const close = async () => {
    await client.end().catch(() => {});
    await disconnectDatabase();
    await database.release().finally(() => removeData(dataDir));
  };
  try {
    await migrate(database.url);
    const { projectId, secretKey } = await furnish(database.url);
    await client.connect();
    for (const sql of createTable) await client.query(sql);
    return { url: database.url, client, projectId, secretKey, signal, clear: () => clear(client), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function furnish(url: string): Promise<{ projectId: string; secretKey: string }> {
  connectDatabase(url);
  await createOwnerCommand({ email: "bench@example.com", password: crypto.randomUUID() });
  const { project_id: projectId = "", secret_key: secretKey = "" } = await createProjectCommand("Benchmark");
  return { projectId, secretKey };
}

/** The checkpoint puts off nobody's writes to the one who comes next. */
async function clear(client: Client): Promise<void> {
  await client.query(`TRUNCATE ${TABLE}`);
  await client.query("TRUNCATE interactions, metric_marks, search_marks CASCADE");
  await client.query("CHECKPOINT");
}

/** Removes the data, and the cluster where it lies elsewhere: a root's PostgreSQL runs as another user. */
async function removeData(dataDir: string): Promise<void> {
  const [home, cluster] = await Promise.all([realpath(dataDir), realpath(join(dataDir, "postgres"))]);
  if (dirname(cluster) !== home) await rm(dirname(cluster), { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
