import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, withoutNpm } from "../launch/npm.mjs";
import { runQuietly } from "../launch/run-quietly.mjs";
import { buildEmbed } from "./build-embed.ts";
import { buildModules } from "./build-modules.ts";
import { buildRegistry } from "./build-registry.ts";
import { buildStyles } from "./build-styles.ts";
import { doors, type PackageFolders, packageFolders } from "./folders.ts";

/** Makes the package and everything else of the widgets that this server hands out. */
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

/** Packs the stage as `npm publish` would, unpacks the tarball for the app's own pages, and puts it where it is served. */
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
 * Writes the doors once more as folders of the package, for what does not read `exports`: TypeScript's `node10`
 * resolution, Parcel as it comes, and older bundlers and test runners.
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
  // TypeScript asks for types also of what is imported for its effect alone.
  for (const ending of ["ts", "cts"]) await writeFile(join(stage, `styles.css.d.${ending}`), "export {};\n");
}
