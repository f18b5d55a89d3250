import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, withoutNpm } from "../launch/npm.mjs";
import { runQuietly } from "../launch/run-quietly.mjs";
import { buildEmbed } from "./build-embed.ts";
import { buildModules } from "./build-modules.ts";
import { buildRegistry } from "./build-registry.ts";
import { buildStyles } from "./build-styles.ts";
import { doors, type PackageFolders, packageFolders } from "./folders.ts";

/** Builds the package and everything else about the widgets that this server serves. */
export async function buildPackage(root: string): Promise<void> {
  const folders = packageFolders(root);
  await rm(folders.stage, { recursive: true, force: true });
  await mkdir(join(folders.stage, "dist"), { recursive: true });
  await buildModules(folders);
  await buildStyles(folders);
  await buildEmbed(folders);
  await writeFolderDoors(folders);
  await buildRegistry(folders);
  await pack(folders);
}

/**
 * Packs the stage like `npm publish`, unpacks the tarball for the app's own pages, and copies it to where it
 * is served.
 */
async function pack({ source, packed, stage, tarball, unpacked, served }: PackageFolders): Promise<void> {
  for (const name of ["package.json", "README.md"]) await copyFile(join(source, name), join(stage, name));
  const said = await npm(process.execPath, ["pack", "--ignore-scripts", "--pack-destination", packed], {
    cwd: stage,
    env: withoutNpm(),
    advice: "Fix the errors npm reports, then try again.",
  });
  await rename(join(packed, said.trim().split("\n").at(-1) ?? ""), tarball);
  await rm(unpacked, { recursive: true, force: true });
  await runQuietly("tar", ["-xzf", tarball, "-C", packed], { advice: "The tarball could not be unpacked." });
  await mkdir(served, { recursive: true });
  await copyFile(tarball, join(served, "whetstone.tgz"));
}

/**
 * Also adds the entry points as folders of the package, for tools that do not read `exports`: TypeScript's
 * `node10` resolution, Parcel by default, and older bundlers and test runners.
 */
async function writeFolderDoors({ stage }: PackageFolders): Promise<void> {
  for (const door of Object.keys(doors)) {
    const folder = join(stage, door === "embed-module" ? "embed.js" : door);
    const entry = {
      main: `../dist/${door}.cjs`,
      module: `../dist/${door}.js`,
      types: `../dist/${door}.d.ts`,
    };
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), `${JSON.stringify(entry, null, 2)}\n`);
  }
  await copyFile(join(stage, "dist", "styles.css"), join(stage, "styles.css"));
  // TypeScript also requires types for side-effect imports.
  for (const ending of ["ts", "cts"]) await writeFile(join(stage, `styles.css.d.${ending}`), "export {};\n");
}
