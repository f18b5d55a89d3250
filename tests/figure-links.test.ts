import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * Links to the list of interactions that are not figures: the page itself, the links back to it, and the one builder of
 * figures. Any other link to it must be a figure, which declares what it counts: the walk in
 * tests/driving/walk-figures.ts follows it.
 */
const known = [
  "app/(dashboard)/[project]/interactions/found-list.tsx",
  "components/dashboard/filters/saved-views.tsx",
  "components/dashboard/interactions/detail/interaction-view.tsx",
  "components/dashboard/pending/pending-view.tsx",
  "components/dashboard/shell/nav-pages.ts",
  "components/dashboard/url/figure-population.ts",
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
  // A row of a table may link to a page about it, such as a feature's overview, and a tile links to its chart.
  expect(having(/ui\/link\.tsx"/).filter((file) => file.startsWith("components/charts/"))).toEqual([
    "components/charts/stat-tile.tsx",
    "components/charts/table-view.tsx",
  ]));
