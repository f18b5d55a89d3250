import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

/** The content hashes of a checkout's files, by path. */
export type FileHashes = Readonly<Record<string, string>>;

/** Where the files of the last run without a failure are remembered. */
const CACHE = "node_modules/.cache/checked-files.json";

/** Whatever these say holds for every test: versions, aliases, the generated database client. */
const CONCERNS_ALL = new Set([
  "package-lock.json",
  "package.json",
  "prisma/schema.prisma",
  "tsconfig.json",
  "vitest.config.ts",
]);

/** What a test's text has if it reads more than it imports: files of the checkout, or the packed package. */
const READS_FILES = /node:fs|node:child_process|readFile|import\.meta|#whetstone\//;

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) && !path.endsWith(".db.test.ts");

/** All files that Git tracks or would, with their hashes; null outside a Git checkout. */
export async function hashFiles(root: string): Promise<FileHashes | null> {
  const list = promisify(execFile)("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
  const paths = await list.then(
    ({ stdout }) => stdout.split("\0").filter(Boolean),
    () => null,
  );
  if (!paths) return null;
  const hashed = await Promise.all(
    paths.map(async (path) => {
      // A file that was deleted and is still in the index has none.
      const content = await readFile(join(root, path)).catch(() => null);
      return content ? [[path, createHash("sha256").update(content).digest("base64")] as const] : [];
    }),
  );
  return Object.fromEntries(hashed.flat());
}

/** The paths that differ between two states; null if what changed concerns every test. */
export function changedFiles(before: FileHashes, after: FileHashes): string[] | null {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]).sort();
  return changed.some((path) => CONCERNS_ALL.has(path)) ? null : changed;
}

/**
 * The files whose tests are to run: those that changed, and the tests that read more than they import. Null if all
 * tests are to run.
 */
export async function filesToTest(root: string, now: FileHashes | null): Promise<string[] | null> {
  const before = now && (await readChecked(root));
  const changed = before && changedFiles(before, now);
  if (!changed) return null;
  const tests = Object.keys(now).filter(isTest);
  const readers = await Promise.all(
    tests.map(async (path) => (READS_FILES.test(await readFile(join(root, path), "utf8")) ? [path] : [])),
  );
  return [...new Set([...changed.filter((path) => path in now), ...readers.flat()])];
}

/** Remembers that no unit test failed with these files. */
export async function rememberChecked(root: string, hashes: FileHashes): Promise<void> {
  const file = join(root, CACHE);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ node: process.version, hashes }));
}

const checkedSchema = z.object({ node: z.string(), hashes: z.record(z.string(), z.string()) });

async function readChecked(root: string): Promise<FileHashes | null> {
  const text = await readFile(join(root, CACHE), "utf8").catch(() => null);
  if (text === null) return null;
  const { node, hashes } = checkedSchema.parse(JSON.parse(text));
  return node === process.version ? hashes : null;
}
