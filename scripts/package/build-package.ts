import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildEmbed } from "./build-embed.ts";
import { buildModules } from "./build-modules.ts";
import { buildRegistry } from "./build-registry.ts";
import { buildStyles } from "./build-styles.ts";
import { packageFolders } from "./folders.ts";
import { pack } from "./pack.ts";
import { writeFolderDoors } from "./write-folder-doors.ts";

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
