import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What begins like a path of the repository, between backticks; what has a placeholder or a pattern is none. */
const PATHS =
  /`((?:app|bench|components|docs|examples|findings|lib|prisma|scripts|server|tests)\/[\w()[\]./-]+)`/g;

it.each([
  "CONTRIBUTING.md",
  "docs/architecture.md",
  "docs/configuration.md",
  "docs/deploying.md",
  "README.md",
  "SECURITY.md",
])("every path that %s names is there", (file) => {
  const named = [...readFileSync(file, "utf8").matchAll(PATHS)].map(([, path = ""]) => path);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

it("every page that a document links to is there", () => {
  const links = ["CONTRIBUTING.md", "README.md", "SECURITY.md"].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\]\(((?!https?:)[^)#]+)/g)].map(([, path = ""]) => path),
  );
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
