import { readFileSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { acquireDatabase } from "#lib/platform/db/embedded/index.ts";
import { isAlive } from "#lib/platform/db/embedded/processes.ts";
import { endAll } from "./processes.ts";

/** A data folder of a test. */
export interface DataFolder {
  path: string;
  /** The process that serves it, if one does. */
  server(): number | undefined;
  /** Ends what still runs on it and removes every trace. */
  remove(): Promise<void>;
}

/** Makes an empty data folder that only this user may enter. */
export async function dataFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), "whetstone-lifecycle-"));
  const server = () => {
    try {
      const pid = Number(readFileSync(join(path, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
      return isAlive(pid) ? pid : undefined;
    } catch {
      return undefined;
    }
  };
  const remove = async () => {
    await endAll();
    if (server()) await acquireDatabase({ dataDir: path }).then((last) => last.release());
    const cluster = await realpath(join(path, "postgres")).catch(() => path);
    if (!cluster.startsWith(await realpath(path)))
      await rm(dirname(cluster), { recursive: true, force: true });
    await rm(path, { recursive: true, force: true });
  };
  return { path, server, remove };
}
