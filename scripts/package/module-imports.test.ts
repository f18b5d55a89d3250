import { expect, it } from "vitest";
import { listImports, withImports } from "./module-imports.ts";

const code = `"use client";
import { type A, useState } from "react";
import type { B } from "./b.ts";
import "./c.css";
export { D } from "../d.tsx";
export type * from "./e.ts";
const f = () => import("./f.ts");
let g: import("./g.ts").G;
const view = <p>import "./text.ts"</p>; // from "./comment.ts"
`;

it("finds every kind of import, and nothing that only looks like one", () => {
  expect(listImports(code).sort()).toEqual([
    "../d.tsx",
    "./b.ts",
    "./c.css",
    "./e.ts",
    "./f.ts",
    "./g.ts",
    "react",
  ]);
});

it("renames imports and leaves everything else unchanged", () => {
  const renamed = withImports(code, (name) => name.replace(/\.tsx?$/, ""));
  expect(renamed).toContain('from "./b";');
  expect(renamed).toContain('import("./f")');
  expect(renamed).toContain('import("./g").G');
  expect(renamed).toContain('<p>import "./text.ts"</p>; // from "./comment.ts"');
});
