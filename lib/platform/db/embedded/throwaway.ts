import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { acquireDatabase, type EmbeddedDatabase } from "./acquire.ts";
import { databaseFolder } from "./folder.ts";

/** Settings for a server that must be fast but need not survive a power failure. */
const CARELESS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** An empty PostgreSQL in a temporary folder; `release` stops it and removes every trace. */
export async function throwawayDatabase(): Promise<EmbeddedDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), "whetstone-database-"));
  try {
    const database = await acquireDatabase({ dataDir, settings: CARELESS });
    return { url: database.url, release: () => database.release().finally(() => removeData(dataDir)) };
  } catch (error) {
    await removeData(dataDir);
    throw error;
  }
}

/** Removes a data folder without a running server, and the cluster that it links to. */
async function removeData(dataDir: string): Promise<void> {
  const { cluster } = databaseFolder(dataDir);
  const target = await realpath(cluster).catch(() => cluster);
  if (target !== (await realpath(dataDir).then((root) => join(root, "postgres")))) {
    await rm(dirname(target), { recursive: true, force: true });
  }
  await rm(dataDir, { recursive: true, force: true });
}
