import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withFolderLock } from "#lib/platform/db/embedded/folder-lock.ts";
import { hashFiles } from "../build/hash-sources.ts";
import { step } from "../launch/step.mjs";
import { packageFolders } from "./folders.ts";

/** Everything the package is built from. */
const SOURCES = ["components/feedback", "scripts/package", "package-lock.json"];
const STAMP = "made-from";

/** Builds the package unless it is up to date. */
export async function ensurePacked(root: string): Promise<void> {
  if (await isFresh(root)) return;
  await mkdir(join(root, ".node"), { recursive: true });
  await withFolderLock(join(root, ".node", "package.lock"), announceWait, async () => {
    if (await isFresh(root)) return;
    await step("Building the widgets", async () => {
      const hash = await hashFiles(root, SOURCES);
      // Imported late: an image with a finished build has no bundlers.
      const { buildPackage } = await import("./build-package.ts");
      await buildPackage(root);
      await writeFile(stampOf(root), hash);
    });
  });
}

async function isFresh(root: string): Promise<boolean> {
  const made = await readFile(stampOf(root), "utf8").catch(() => "");
  return made === (await hashFiles(root, SOURCES));
}

const stampOf = (root: string): string => join(packageFolders(root).packed, STAMP);

const announceWait = (pid: number): void => {
  process.stderr.write(`Waiting for process ${pid} to build the widgets…\n`);
};
