import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { VariableReference } from "#components/docs/reference.ts";
import { packageFolders } from "./folders.ts";

/** `var(--whetstone-x, …)`, with one level of `var(…)` in what stands where it is not set. */
const USE = /var\(\s*(--whetstone-(?!own-|in-)[a-z0-9-]+),((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
const THEME = "theme.css";
const SWITCHED = /var\(--whetstone-in-(light|dark), ([^)]+)\)/g;

/** The variables that a host may set, those of all widgets first, with what they are where nobody sets them. */
export async function describeVariables(root: string): Promise<VariableReference[]> {
  const folder = join(packageFolders(root).source, "styles");
  const sheets = (await readdir(folder)).filter((name) => name.endsWith(".css") && name !== THEME).sort();
  const texts = await Promise.all([THEME, ...sheets].map((name) => readFile(join(folder, name), "utf8")));
  const found = new Map<string, VariableReference>();
  for (const [, name = "", otherwise = ""] of texts.join("\n").matchAll(USE)) {
    const switched = new Map(
      [...otherwise.matchAll(SWITCHED)].map(([, when = "", value = ""]) => [when, value]),
    );
    const both = otherwise.trim();
    const variable = { name, light: switched.get("light") ?? both, dark: switched.get("dark") ?? both };
    found.set(name, found.get(name) ?? variable);
  }
  return [...found.values()];
}
