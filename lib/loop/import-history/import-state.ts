import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

const stateSchema = z.object({
  from: z.string(),
  /** The byte at which the next line begins. */
  offset: z.int().min(0),
  /** Lines before it. */
  lines: z.int().min(0),
  tally: z.object({
    interactions: z.int(),
    ratings: z.int(),
    preferences: z.int().default(0),
    present: z.int(),
    waiting: z.int().default(0),
    refusedLines: z.int(),
  }),
});

/** Where an import stands after its last stored batch. */
export type ImportState = z.infer<typeof stateSchema>;

/** The file that remembers an import of one file's content into one project. */
export const statePath = (dataDir: string, fileHash: string, projectId: string): string =>
  join(dataDir, "imports", `${fileHash}-${projectId}.json`);

/** Where an earlier run of the same import stopped; null when there was none or its note cannot be read. */
export async function loadState(path: string, from: string): Promise<ImportState | null> {
  const text = await readFile(path, "utf8").catch(() => "null");
  try {
    const state = stateSchema.parse(JSON.parse(text));
    return state.from === from ? state : null;
  } catch {
    // Beginning again is always safe: what is there already is found by its id.
    return null;
  }
}

/** Notes where an import stands. Written aside and moved into place, so that a crash leaves the old note or the new one. */
export async function saveState(path: string, state: ImportState): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, JSON.stringify(state));
  await rename(`${path}.new`, path);
}

/** Forgets an import that came to its end. */
export const removeState = (path: string): Promise<void> => rm(path, { force: true });
