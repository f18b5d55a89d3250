import { connectDatabase, disconnectDatabase } from "#lib/platform/db/client.ts";
import { throwawayDatabase } from "#lib/platform/db/embedded/index.ts";
import { migrate } from "#lib/platform/migrate/index.ts";
import { type FuzzReport, fuzzCollection } from "#tests/fuzz/fuzz-collection.ts";

/** The fuzz on a database of its own. */
export async function fuzzPart(bodies: number, seed: number): Promise<FuzzReport> {
  const server = await throwawayDatabase();
  try {
    await migrate(server.url);
    connectDatabase(server.url);
    return await fuzzCollection({ databaseUrl: server.url, bodies, seed });
  } finally {
    await disconnectDatabase();
    await server.release();
  }
}
