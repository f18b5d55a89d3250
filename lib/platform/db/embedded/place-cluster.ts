import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";

/**
 * Moves a finished cluster to its final place in `home` and returns the path. An existing cluster there belonged to a
 * deleted data folder: it is moved aside, not deleted.
 */
export async function placeCluster(fresh: string, home: string): Promise<string> {
  const target = join(home, "postgres");
  if (existsSync(target)) await rename(target, `${target}.unlinked-${Date.now()}`);
  await rename(fresh, target);
  return target;
}
