import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { DIST, ensureBuilt, isFresh } from "../build/build.ts";
import { servedBy } from "../build/served-marks.ts";

/** The separate build for tests, if an app is serving an older one; nothing else looks there. */
const TEST_DIST = ".node/next-test";

/** Builds the app for the tests, without touching a build that a running app serves from. */
export async function buildForTests(root: string): Promise<string> {
  const inUse = (await servedBy(resolve(root, DIST))).length > 0;
  const dist = inUse && !(await isFresh(root, DIST)) ? TEST_DIST : DIST;
  await ensureBuilt(root, dist);
  return dist;
}

/** Removes a build made only for tests. */
export async function removeTestBuild(root: string): Promise<void> {
  await rm(resolve(root, TEST_DIST), { recursive: true, force: true });
}
