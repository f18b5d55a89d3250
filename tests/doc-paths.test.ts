import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, it } from "vitest";

/** What begins like a path of the repository, between backticks; what has a placeholder or a pattern is none. */
const PATHS =
  /`((?:app|bench|components|docs|examples|findings|lib|prisma|scripts|server|tests)\/[\w()[\]./-]+)`/g;

/** A file of ours by its name alone. */
const NAMES = /`([\w-]+(?:\.[\w-]+)*\.(?:tsx?|mjs|cjs))`/g;

/** What is not ours: the file that Next would take for a proxy, and the reader's own. */
const NOT_OURS = new Set(["proxy.ts", "answers.mjs", "components/whetstone/"]);

const documents = ["CONTRIBUTING.md", "README.md", "SECURITY.md", ...globSync("docs/**/*.md")];

const ours = new Set(
  globSync("{app,bench,components,examples,findings,lib,prisma,scripts,server,tests}/**/*.{ts,tsx,mjs,cjs}", {
    exclude: (path) => path.includes("node_modules"),
  }).map((path) => basename(path)),
);

it.each(documents)("every file that %s names is there", (file) => {
  const text = readFileSync(file, "utf8");
  const paths = [...text.matchAll(PATHS)].map(([, path = ""]) => path);
  const names = [...text.matchAll(NAMES)].map(([, name = ""]) => name);
  const missing = [...paths, ...names.filter((name) => !ours.has(name))].filter((path) => !existsSync(path));
  expect(missing.filter((path) => !NOT_OURS.has(path))).toEqual([]);
});

it("every page that a document links to is there", () => {
  const links = ["CONTRIBUTING.md", "README.md", "SECURITY.md"].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\]\(((?!https?:)[^)#]+)/g)].map(([, path = ""]) => path),
  );
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
