import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Runs a Next command and restores tsconfig.json afterwards, since Next edits it. */
export async function keepTsconfig<T>(root: string, work: () => Promise<T>): Promise<T> {
  const path = join(root, "tsconfig.json");
  const before = await readFile(path);
  try {
    return await work();
  } finally {
    if (!before.equals(await readFile(path))) await writeFile(path, before);
  }
}
