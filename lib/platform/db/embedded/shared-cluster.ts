import { realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DatabaseFolder, readIfThere } from "./folder.ts";
import { type FolderIdentity, identifyFolder, isFromElsewhere } from "./folder-identity.ts";

const OWNER = "data-folder";

/** Records next to a cluster outside the data folder which data folder links to it. */
export const noteOwner = (home: string, folder: DatabaseFolder): Promise<void> =>
  writeFile(join(home, OWNER), JSON.stringify(identifyFolder(folder.root)));

/**
 * Rejects a copy of a data folder whose cluster is a link: the copy would use the database of the original.
 * @throws Error that names the original and what to do.
 */
export async function refuseSharedCluster(folder: DatabaseFolder): Promise<void> {
  const target = realpathOf(folder.cluster);
  if (!target || dirname(target) === realpathOf(folder.root)) return;
  const noted = await readIfThere(join(dirname(target), OWNER));
  const owner = noted ? (JSON.parse(noted) as FolderIdentity) : undefined;
  if (!owner || !isFromElsewhere(owner, folder.root)) return;
  // If the original is gone, there is no conflict.
  if (realpathOf(join(owner.path, "postgres")) !== target) return;
  throw new Error(
    `The database in ${target} belongs to ${owner.path}, and ${folder.root} is a copy of that folder. ` +
      `Remove the link ${folder.cluster} to start with an empty database. To copy the data, stop the original and replace the link with a copy of ${target}.`,
  );
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
