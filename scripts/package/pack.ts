import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { npm, withoutNpm } from "../launch/npm.mjs";
import { runQuietly } from "../launch/run-quietly.mjs";
import type { PackageFolders } from "./folders.ts";

/** Packs the stage as `npm publish` would, unpacks the tarball for the app's own pages, and puts it where it is served. */
export async function pack({
  source,
  packed,
  stage,
  tarball,
  unpacked,
  served,
}: PackageFolders): Promise<void> {
  for (const name of ["package.json", "README.md"]) await copyFile(join(source, name), join(stage, name));
  const said = await npm(process.execPath, ["pack", "--ignore-scripts", "--pack-destination", packed], {
    cwd: stage,
    env: withoutNpm(),
    advice: "Mend what npm names and try again.",
  });
  await rename(join(packed, said.trim().split("\n").at(-1) ?? ""), tarball);
  await rm(unpacked, { recursive: true, force: true });
  await runQuietly("tar", ["-xzf", tarball, "-C", packed], { advice: "The tarball could not be unpacked." });
  await mkdir(served, { recursive: true });
  await copyFile(tarball, join(served, "whetstone.tgz"));
}
