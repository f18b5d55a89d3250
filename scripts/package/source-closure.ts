import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { importsOf } from "./module-imports.ts";

/** Files of the package, and what they need from elsewhere. */
export interface SourceClosure {
  /** Their code by their paths below the package's folder, in order. */
  files: Map<string, string>;
  /** Packages that they import. */
  packages: string[];
}

/** The files named, all files of the package that they import, and so on. */
export async function sourceClosure(source: string, entries: readonly string[]): Promise<SourceClosure> {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (files.has(path)) continue;
    const code = await readFile(join(source, path), "utf8");
    files.set(path, code);
    for (const imported of importsOf(code)) {
      if (imported.startsWith(".")) open.push(relative(source, join(source, dirname(path), imported)));
      else packages.add(imported);
    }
  }
  return {
    files: new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1))),
    packages: [...packages],
  };
}
