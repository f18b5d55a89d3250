import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeReferenceFiles } from "./package/describe-props-files.ts";
import { packageFolders } from "./package/folders.ts";
import { readSurface } from "./package/read-surface.ts";
import { reportFailure } from "./report-failure.ts";

// npm run accept-surface: records the package's current public surface. Review the diff before committing it.
try {
  const root = process.cwd();
  const folder = join(packageFolders(root).source, "surface");
  const surface = await readSurface(root);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(surface)) await writeFile(join(folder, name), text);
  // The same in prose, with the comments of the props.
  await writeReferenceFiles(root);
} catch (error) {
  reportFailure(error);
}
