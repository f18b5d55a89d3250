import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withFolderLock } from "#lib/platform/db/embedded/folder-lock.ts";
import { hashFiles } from "../build/hash-sources.ts";
import { runQuietly } from "../launch/run-quietly.mjs";
import { step } from "../launch/step.mjs";
import { packageFolders } from "./folders.ts";

/** Everything the package is built from. */
const SOURCES = ["components/feedback", "scripts/package", "package-lock.json"];
const STAMP = "made-from";
const BUILD = 'await (await import("./scripts/package/build-package.ts")).buildPackage(process.cwd())';

/** Builds the package unless it is up to date. */
export async function ensurePacked(root: string): Promise<void> {
  if (await isFresh(root)) return;
  await mkdir(join(root, ".node"), { recursive: true });
  await withFolderLock(join(root, ".node", "package.lock"), announceWait, async () => {
    if (await isFresh(root)) return;
    await step("Building the widgets", async () => {
      const hash = await hashFiles(root, SOURCES);
      // In a process of its own: `npm start` would keep the memory of compilers and bundlers for as long as it serves.
      await runQuietly(process.execPath, ["--input-type=module", "--eval", BUILD], {
        cwd: root,
        advice: "Fix the errors in components/feedback.",
      });
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
