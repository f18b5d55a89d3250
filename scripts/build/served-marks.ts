import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAlive, startOf } from "#lib/platform/db/embedded/processes";

const PREFIX = "served-by-";

/** Leaves a mark in a build that this process serves from it, until it ends. */
export function markServed(dist: string): void {
  mkdirSync(dist, { recursive: true });
  const mark = join(dist, `${PREFIX}${process.pid}`);
  writeFileSync(mark, startOf(process.pid) ?? "");
  process.once("exit", () => rmSync(mark, { force: true }));
}

/** The living processes that serve from a build, this one aside; marks of dead ones are removed. */
export async function servedBy(dist: string): Promise<number[]> {
  const names = await readdir(dist).catch(() => []);
  const living: number[] = [];
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length));
    const started = await readFile(join(dist, name), "utf8").catch(() => "");
    if (isAlive(pid) && (startOf(pid) ?? "") === started) living.push(pid);
    else await rm(join(dist, name), { force: true });
  }
  return living.filter((pid) => pid !== process.pid);
}
