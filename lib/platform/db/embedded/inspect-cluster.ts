import { existsSync, lstatSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { type DatabaseFolder, readIfThere } from "./folder.ts";

/**
 * Whether the folder holds a whole cluster that a PostgreSQL of version `major` can run.
 * @throws Error when it holds one of another version, or a link to one that is away, or one without its password.
 */
export async function inspectCluster(folder: DatabaseFolder, major: string): Promise<"none" | "whole"> {
  const link = lstatSync(folder.cluster, { throwIfNoEntry: false })?.isSymbolicLink();
  if (link && !existsSync(folder.cluster)) {
    throw new Error(
      `The database lies in ${readlinkSync(folder.cluster)}, which is not there. Bring it back, or remove the link ${folder.cluster} to begin with an empty database.`,
    );
  }
  const version = await readIfThere(join(folder.cluster, "PG_VERSION"));
  if (version === undefined) return "none";
  if (version !== major) {
    throw new Error(
      `The database in ${folder.cluster} was made by PostgreSQL ${version}, and this Whetstone brings PostgreSQL ${major}, which cannot read it. ` +
        `Start the Whetstone that made it and copy the data out (pg_dump), or choose an empty folder with WHETSTONE_DATA, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  if ((await readIfThere(folder.password)) === undefined) {
    throw new Error(
      `The password of the database in ${folder.cluster} is missing: ${folder.password} is not there. Bring it back from your backup of the folder.`,
    );
  }
  return "whole";
}
