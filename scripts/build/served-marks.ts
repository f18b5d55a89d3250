import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type FolderIdentity,
  identifyFolder,
  isFromElsewhere,
} from "#lib/platform/db/embedded/folder-identity.ts";
import { isAlive, processStart } from "#lib/platform/db/embedded/processes.ts";

const PREFIX = "served-by-";

/** The content of a mark; the process ID is in its name. */
interface Mark {
  started: string | undefined;
  /** The build that is served; a mark copied along with a build does not match the copy. */
  folder: FolderIdentity;
}

/** Marks a build as served by this process, until it ends. */
export function markServed(dist: string): void {
  mkdirSync(dist, { recursive: true });
  const path = join(dist, `${PREFIX}${process.pid}`);
  const mark: Mark = { started: processStart(process.pid), folder: identifyFolder(dist) };
  writeFileSync(path, JSON.stringify(mark));
  process.once("exit", () => rmSync(path, { force: true }));
}

/**
 * The other running processes that serve from a build. Removes marks of ended processes and of other builds.
 */
export async function servedBy(dist: string): Promise<number[]> {
  const names = await readdir(dist).catch(() => []);
  const living: number[] = [];
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length));
    const mark = parseMark(await readFile(join(dist, name), "utf8").catch(() => ""));
    const isServing =
      isAlive(pid) && processStart(pid) === mark.started && !isFromElsewhere(mark.folder, dist);
    if (isServing) living.push(pid);
    else await rm(join(dist, name), { force: true });
  }
  return living.filter((pid) => pid !== process.pid);
}

/** Marks of earlier versions only contain the start time. */
function parseMark(text: string): Partial<Mark> {
  try {
    const mark = JSON.parse(text) as Mark;
    if (typeof mark === "object") return mark;
  } catch {
    // Not JSON: from an earlier version, or still being written.
  }
  return { started: text || undefined };
}
