import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsdown";
import ts from "typescript";
import { bundledStyles } from "./build-styles.ts";
import { doors, packageFolders } from "./folders.ts";

/** What others can rely on, one text per file of `components/feedback/surface/`. */
export type Surface = Record<string, string>;

/**
 * The public surface of the sources: the types of each entry point without comments, and what styles can
 * refer to.
 */
export async function readSurface(root: string): Promise<Surface> {
  const { source } = packageFolders(root);
  const types = Object.entries(doors).map(async ([name, entry]) => [
    `${name}.txt`,
    await declarations(source, name, entry),
  ]);
  return { ...Object.fromEntries(await Promise.all(types)), "variables.txt": variables(source) };
}

/** An entry point's types in one file: built alone, it shares nothing with others. */
async function declarations(source: string, name: string, entry: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "whetstone-surface-"));
  try {
    await build({
      config: false,
      cwd: source,
      entry: { [name]: entry },
      outDir,
      platform: "neutral",
      dts: { resolver: "oxc", emitDtsOnly: true },
      logLevel: "error",
    });
    return withoutComments(await readFile(join(outDir, `${name}.d.ts`), "utf8"));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

function withoutComments(text: string): string {
  const file = ts.createSourceFile("surface.d.ts", text, ts.ScriptTarget.Latest);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}

/** The variables that a host can set, one per line, without internal ones. */
function variables(source: string): string {
  const found = bundledStyles(source, false).match(/var\(\s*--whetstone-(?!own-|in-)[a-z0-9-]+/g) ?? [];
  const names = found.map((use) => use.slice(use.indexOf("--")));
  return `${[...new Set(names)].sort().join("\n")}\n`;
}
