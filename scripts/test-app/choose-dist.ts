import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { DIST, ensureBuilt, isFresh } from "../build/build.ts";
import { servedBy } from "../build/served-marks.ts";

/** The build of tests that run while an app serves an older one; where nothing else looks. */
const TEST_DIST = ".node/next-test";

/** Builds the app for the tests, without touching a build that a running app serves from. */
export async function buildForTests(root: string): Promise<string> {
  const inUse = (await servedBy(resolve(root, DIST))).length > 0;
  const dist = inUse && !(await isFresh(root, DIST)) ? TEST_DIST : DIST;
  await ensureBuilt(root, dist);
  return dist;
}

/** Removes a build that was made for tests alone. */
export async function removeTestBuild(root: string): Promise<void> {
  await rm(resolve(root, TEST_DIST), { recursive: true, force: true });
}
