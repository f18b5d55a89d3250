import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { VariableReference } from "../../components/docs/reference.ts";
import { packageFolders } from "./folders.ts";

/** `var(--whetstone-x, …)`, with one level of `var(…)` in what stands where it is not set. */
const USE = /var\(\s*(--whetstone-(?!own-|in-)[a-z-]+),((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
const SWITCHED = /var\(--whetstone-in-(light|dark), ([^)]+)\)/g;

/** The variables that a host may set, in the order of the theme, with what they are where nobody sets them. */
export async function describeVariables(root: string): Promise<VariableReference[]> {
  const theme = await readFile(join(packageFolders(root).source, "styles", "theme.css"), "utf8");
  return [...theme.matchAll(USE)].map(([, name = "", otherwise = ""]) => {
    const switched = new Map(
      [...otherwise.matchAll(SWITCHED)].map(([, when = "", value = ""]) => [when, value]),
    );
    const both = otherwise.trim();
    return { name, light: switched.get("light") ?? both, dark: switched.get("dark") ?? both };
  });
}
