import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFolders } from "#scripts/package/folders.ts";
import { readSurface } from "#scripts/package/read-surface.ts";

const recorded = join(packageFolders(".").source, "surface");

/** The widgets' types are compiled, while other checks compile too. */
const COMPILE_MS = 60_000;

it(
  "what others may rely on is what was recorded (npm run accept-surface records a change that is meant)",
  async () => {
    const names = await readdir(recorded);
    const texts = names.map(async (name) => [name, await readFile(join(recorded, name), "utf8")]);
    expect(await readSurface(process.cwd())).toEqual(Object.fromEntries(await Promise.all(texts)));
  },
  COMPILE_MS,
);
