import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withFolderLock } from "#lib/platform/db/embedded/folder-lock.ts";
import { runQuietly } from "../launch/run-quietly.mjs";
import { step } from "../launch/step.mjs";
import { ensurePacked } from "../package/ensure-packed.ts";
import { hashSources } from "./hash-sources.ts";
import { keepTsconfig } from "./keep-tsconfig.ts";
import { servedBy } from "./served-marks.ts";

/** The build that `npm start` serves. */
export const DIST = ".next";
const STAMP = "made-from";

/** Whether the build in `dist` is up to date with the sources. */
export async function isFresh(root: string, dist: string): Promise<boolean> {
  const made = await readFile(join(root, dist, STAMP), "utf8").catch(() => "");
  return made === (await hashSources(root));
}

/**
 * Builds the app into `dist` unless it is up to date.
 * @throws Error if another process serves an older build from there; StepFailure with Next's output.
 */
export async function ensureBuilt(root: string, dist: string = DIST): Promise<void> {
  await ensurePacked(root);
  if (await isFresh(root, dist)) return;
  await mkdir(join(root, ".node"), { recursive: true });
  await withFolderLock(join(root, ".node", "build.lock"), announceWait, async () => {
    if (await isFresh(root, dist)) return;
    const [pid] = await servedBy(join(root, dist));
    if (pid) {
      throw new Error(
        `The sources changed, but process ${pid} still serves the old build in ${dist}. Stop it and start again.`,
      );
    }
    await step("Building the app", () => build(root, dist));
  });
}

async function build(root: string, dist: string): Promise<void> {
  const hash = await hashSources(root);
  await keepTsconfig(root, () => runNext(root, dist));
  await readFile(join(root, dist, "BUILD_ID")).catch(() => {
    throw new Error(
      `The build was not written to ${dist}: next.config.js must read distDir from WHETSTONE_DIST.`,
    );
  });
  await writeFile(join(root, dist, STAMP), hash);
}

async function runNext(root: string, dist: string): Promise<void> {
  await runQuietly(process.execPath, [join("node_modules", "next", "dist", "bin", "next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", WHETSTONE_DIST: dist },
    advice: "Fix the errors Next reports. If they are not in your code, delete .next and try again.",
  });
}

const announceWait = (pid: number): void => {
  process.stderr.write(`Waiting for process ${pid} to finish building…\n`);
};
