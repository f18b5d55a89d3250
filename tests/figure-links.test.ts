import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * Links that lead to the list of interactions and are no figures: the page itself, the ways back to it, and the one builder
 * of figures. Whatever else leads there must be a figure, which declares what it counts: the walk in
 * tests/helpers/walk-figures.ts follows it.
 */
const known = [
  "app/(dashboard)/[project]/interactions/found-list.tsx",
  "components/dashboard/pending/pending-view.tsx",
  "components/dashboard/url/figure-population.ts",
  "components/dashboard/interactions/detail/interaction-view.tsx",
  "components/dashboard/shell/nav-pages.ts",
  "components/dashboard/filters/saved-views.tsx",
];

const sources = globSync("{app/(dashboard),components/{charts,dashboard,figures}}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file: file.replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));

const having = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

it("only a figure, which declares its count, leads to the list of interactions", () =>
  expect(having(/\/interactions(?=[`"'?])|listAddress\(/).sort()).toEqual(known));

it("only the one component of a figure declares a count", () =>
  expect(having(/data-count=/)).toEqual(["components/figures/figure-link.tsx"]));

it("what a chart draws leads nowhere but by a figure", () =>
  // A table's row may lead to a page about it, such as a feature's overview.
  expect(having(/ui\/link\.tsx"/).filter((file) => file.startsWith("components/charts/"))).toEqual([
    "components/charts/table-view.tsx",
  ]));
