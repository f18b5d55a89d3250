import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Everything that `next build` reads, and what the package it reads is built from. Missing paths count too.
 */
const SOURCES = [
  "app",
  "components",
  "lib",
  "scripts/package",
  "prisma/schema.prisma",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** A fingerprint of the build's sources: it changes exactly when a new build is needed. */
export function hashSources(root: string): Promise<string> {
  return hashFiles(root, SOURCES);
}

/** A fingerprint of all files in `sources`, folders or files below `root`, except tests. */
export async function hashFiles(root: string, sources: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of (await Promise.all(sources.map((source) => files(root, source)))).flat()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

async function files(root: string, source: string): Promise<string[]> {
  try {
    const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return [source];
    if (code === "ENOENT") return [];
    throw error;
  }
}
