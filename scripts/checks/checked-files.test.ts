import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished, test } from "vitest";
import { changedFiles, filesToTest, hashFiles, rememberChecked } from "./checked-files.ts";

test.each([
  ["nothing", { a: "1" }, { a: "1" }, []],
  ["a file's content", { a: "1", b: "1" }, { a: "2", b: "1" }, ["a"]],
  ["a new file", { a: "1" }, { a: "1", b: "1" }, ["b"]],
  ["a deleted file", { a: "1", b: "1" }, { a: "1" }, ["b"]],
  ["what concerns all tests", { "package-lock.json": "1" }, { "package-lock.json": "2" }, null],
])("finds that %s changed", (_, before, after, changed) =>
  expect(changedFiles(before, after)).toEqual(changed),
);

/** A checkout with a module, its test, and a test that reads a page. */
async function checkout() {
  const root = await mkdtemp(join(tmpdir(), "whetstone-checked-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await promisify(execFile)("git", ["init", "-q"], { cwd: root });
  const write = (name: string, text: string) => writeFile(join(root, name), text);
  await write(".gitignore", "node_modules");
  await write("add.ts", "export const one = 1;");
  await write("add.test.ts", 'import { one } from "./add.ts";');
  await write("page.md", "A page.");
  await write("page.test.ts", 'readFile("page.md")');
  const toTest = async () => (await filesToTest(root, await hashFiles(root)))?.sort();
  return { root, write, toTest };
}

it("tests all at first, then what changed and what reads files", async () => {
  const { root, write, toTest } = await checkout();
  expect(await toTest()).toBeUndefined();
  await rememberChecked(root, (await hashFiles(root)) ?? {});
  expect(await toTest()).toEqual(["page.test.ts"]);
  await write("add.ts", "export const one = 2;");
  expect(await toTest()).toEqual(["add.ts", "page.test.ts"]);
  await rm(join(root, "add.ts"));
  expect(await toTest(), "what is gone cannot be asked for").toEqual(["page.test.ts"]);
});

it("tests all outside a Git checkout", async () => {
  const root = await mkdtemp(join(tmpdir(), "whetstone-checked-"));
  onTestFinished(() => rm(root, { recursive: true }));
  expect(await hashFiles(root)).toBeNull();
  expect(await filesToTest(root, null)).toBeNull();
});
