import { realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type DatabaseFolder, readIfThere } from "./folder.ts";
import { type FolderIdentity, identifyFolder, isFromElsewhere } from "./folder-identity.ts";

const OWNER = "data-folder";

/** Notes beside a cluster that lies elsewhere which data folder links to it. */
export const noteOwner = (home: string, folder: DatabaseFolder): Promise<void> =>
  writeFile(join(home, OWNER), JSON.stringify(identifyFolder(folder.root)));

/**
 * Refuses a copy of a data folder whose cluster is a link: the copy has the link, and so the database, of the original.
 * @throws Error that names the original and what to do.
 */
export async function refuseSharedCluster(folder: DatabaseFolder): Promise<void> {
  const target = realpathOf(folder.cluster);
  if (!target || dirname(target) === realpathOf(folder.root)) return;
  const noted = await readIfThere(join(dirname(target), OWNER));
  const owner = noted ? (JSON.parse(noted) as FolderIdentity) : undefined;
  if (!owner || !isFromElsewhere(owner, folder.root)) return;
  // An original that is gone has nothing to lose.
  if (realpathOf(join(owner.path, "postgres")) !== target) return;
  throw new Error(
    `The database in ${target} is the one of ${owner.path}, and ${folder.root} is a copy of that folder. ` +
      `Remove the link ${folder.cluster} to begin with an empty database, or, for a copy of the data, stop the original and put a copy of ${target} in the place of the link.`,
  );
}

function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
