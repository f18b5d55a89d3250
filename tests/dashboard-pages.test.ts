import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { navPages } from "#components/dashboard/shell/nav-pages.ts";
import { dashboardPages, pagesWithSpec } from "./driving/dashboard-pages.ts";

const inFolder = globSync("**/page.tsx", { cwd: "app/(dashboard)/[project]" })
  .map((file) => (file === "page.tsx" ? "" : `/${dirname(file)}`))
  .toSorted();

it("has every page of a project looked at by axe", () => expect(dashboardPages.toSorted()).toEqual(inFolder));

it.each(Object.entries(pagesWithSpec))("has %s looked at in %s.spec.ts", (path, spec) => {
  const source = readFileSync(join("tests/browser", `${spec}.spec.ts`), "utf8");
  expect(source).toContain(path.split("/")[1]);
  // expectSound looks with axe at two widths.
  expect(source).toMatch(/expect(Accessible|Sound)\(/);
});

it("has every page in the navigation, or below one that is", () => {
  const named = navPages.flatMap(({ path, with: also = path }) => [path, also]);
  expect(named.filter((path) => !inFolder.includes(path))).toEqual([]);
  const isNamed = (page: string) =>
    named.some((path) => page === path || (path && page.startsWith(`${path}/`)));
  expect(inFolder.filter((page) => !isNamed(page))).toEqual([]);
});
