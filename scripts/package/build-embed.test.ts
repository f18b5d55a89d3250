import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { embedChunks } from "./build-embed.ts";
import { listImports } from "./module-imports.ts";

const source = resolve("components/feedback");
let chunks: Awaited<ReturnType<typeof embedChunks>>;

beforeAll(async () => {
  chunks = await embedChunks(source);
});

const codeOf = (name: string) => chunks.find(({ fileName }) => fileName.includes(name))?.code ?? "";

it("credits the authors of its code", () => {
  expect(codeOf("embed.js")).toMatch(/^\/\*! .*Preact.*MIT.*licenses\.txt \*\/\n"use strict";/);
});

it.each(["bar-widget", "stars-widget", "editor-widget", "core-styles"])(
  "%s is one request instead of a chain: what it shares is listed in shared-modules.ts",
  (name) => {
    expect(codeOf(name)).not.toBe("");
    expect(listImports(codeOf(name)).filter((path) => !path.startsWith("./libesm"))).toEqual([]);
  },
);

it("loads the editor, the queue and other languages only on demand", () => {
  const first = codeOf("embed.js");
  for (const words of ["Show changes", "indexedDB", "Vielen Dank"]) expect(first).not.toContain(words);
});

it("lets the page decide between light and dark, not the element", () => {
  expect(codeOf("embed.js")).toMatch(/:root,\.light,/);
  expect(chunks.map(({ code }) => code).join("")).not.toMatch(/:host[^{]*\{--whetstone-in/);
});

it("has its styles in the order of styles.css", async () => {
  const sheets = async (path: string) => {
    const css = await readFile(resolve(source, path), "utf8");
    return [...css.matchAll(/@import "[./]*styles\/([a-z-]+)\.css"/g)].map(([, name]) => name);
  };
  const all = await sheets("styles.css");
  const core = await sheets("embed/styles/core.css");
  for (const widget of ["bar", "stars", "editor"]) {
    const own = [...core, ...(await sheets(`embed/styles/${widget}.css`))];
    expect(own).toEqual(all.filter((name) => own.includes(name)));
  }
});
