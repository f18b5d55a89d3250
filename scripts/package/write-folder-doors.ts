import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { doors, type PackageFolders } from "./folders.ts";

/**
 * Writes the doors once more as folders of the package, for what does not read `exports`: TypeScript's `node10`
 * resolution, Parcel as it comes, and older bundlers and test runners.
 */
export async function writeFolderDoors({ stage }: PackageFolders): Promise<void> {
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
