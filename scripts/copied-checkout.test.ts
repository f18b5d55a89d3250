import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withFolderLock } from "#lib/platform/db/embedded/folder-lock.ts";
import { servedBy } from "./build/served-marks.ts";
import { withSetUpLock } from "./launch/set-up-lock.mjs";

// If a checkout is copied while something is running in it, its locks and marks are copied too, but are not
// valid in the copy.
let home: string;
let original: string;
let copy: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "whetstone-copied-"));
  [original, copy] = [join(home, "original"), join(home, "copy")];
  await mkdir(join(original, ".next"), { recursive: true });
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill();
    await once(child, "close");
  }
  await rm(home, { recursive: true });
});

/**
 * A process that runs code with this module's imports, reports when it is ready, and keeps running. @returns
 * its ID.
 */
async function stay(code: string): Promise<number> {
  const stays = `${code}; console.log("there"); setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", stays], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child.pid ?? 0;
}

const nobodyWaits = (pid: number) => {
  throw new Error(`waits for process ${pid}`);
};

it("is not served by the process that serves the original, even after a move", async () => {
  const marks = JSON.stringify(resolve("scripts/build/served-marks.ts"));
  const pid = await stay(
    `import { markServed } from ${marks}; markServed(${JSON.stringify(join(original, ".next"))})`,
  );
  await cp(original, copy, { recursive: true });
  expect(readdirSync(join(copy, ".next"))).toEqual([`served-by-${pid}`]);
  expect(await servedBy(join(copy, ".next"))).toEqual([]);
  expect(readdirSync(join(copy, ".next"))).toEqual([]);
  expect(await servedBy(join(original, ".next"))).toEqual([pid]);
  await rename(original, `${original}-moved`);
  expect(await servedBy(join(`${original}-moved`, ".next"))).toEqual([pid]);
});

it("takes a mark without a folder for its own", async () => {
  const pid = await stay("");
  const { processStart } = await import("#lib/platform/db/embedded/processes.ts");
  await writeFile(join(original, ".next", `served-by-${pid}`), processStart(pid) ?? "");
  expect(await servedBy(join(original, ".next"))).toEqual([pid]);
});

it("does not wait for the original's lock on a build, a package or a database", async () => {
  await withFolderLock(join(original, "build.lock"), nobodyWaits, async () => {
    await cp(original, copy, { recursive: true });
    expect(existsSync(join(copy, "build.lock"))).toBe(true);
    expect(await withFolderLock(join(copy, "build.lock"), nobodyWaits, async () => "built")).toBe("built");
    await rename(original, `${original}-moved`);
    const waits = withFolderLock(join(`${original}-moved`, "build.lock"), nobodyWaits, async () => "built");
    await expect(waits).rejects.toThrow(`waits for process ${process.pid}`);
  });
});

it("does not wait for the original's setup", async () => {
  const lock = JSON.stringify(resolve("scripts/launch/set-up-lock.mjs"));
  const work =
    'async () => { console.log("there"); setInterval(() => {}, 1_000); await new Promise(() => {}); }';
  await stay(
    `import { withSetUpLock } from ${lock}; await withSetUpLock(${JSON.stringify(original)}, ${work})`,
  );
  await cp(original, copy, { recursive: true });
  expect(existsSync(join(copy, ".node", "set-up.lock"))).toBe(true);
  expect(await withSetUpLock(copy, async () => "set up")).toBe("set up");
  expect(existsSync(join(original, ".node", "set-up.lock"))).toBe(true);
});
