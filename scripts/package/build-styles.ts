import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "lightningcss";
import type { PackageFolders } from "./folders.ts";

/** Writes the styles of the widgets as one file into the stage's `dist`. */
export async function buildStyles({ source, stage }: PackageFolders): Promise<void> {
  await writeFile(join(stage, "dist", "styles.css"), bundledStyles(source, false));
}

/** All style sheets of the package as one. */
export function bundledStyles(source: string, minify: boolean): string {
  const { code } = bundle({ filename: join(source, "styles.css"), minify });
  return Buffer.from(code).toString();
}
