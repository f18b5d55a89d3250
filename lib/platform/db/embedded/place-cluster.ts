import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";

/**
 * Gives a finished cluster its final place in `home` and says which. What stands there already belonged to a data
 * folder that was deleted: it is put aside, not destroyed.
 */
export async function placeCluster(fresh: string, home: string): Promise<string> {
  const target = join(home, "postgres");
  if (existsSync(target)) await rename(target, `${target}.unlinked-${Date.now()}`);
  await rename(fresh, target);
  return target;
}
