import { readdirSync } from "node:fs";
import { keepTsconfig } from "../build/keep-tsconfig.ts";
import { type Outcome, single } from "./outcome.ts";
import { runPackageScript } from "./run-package-script.ts";

/** Excludes the types left by `npm run dev`, which can refer to deleted pages. */
const OWN_TSCONFIG = ["--project", "scripts/checks/tsconfig.json"];
/** The folders with our code. */
const CODE = ["app", "bench", "components", "lib", "scripts", "server", "tests", "server.ts"];
const NEXT = "node_modules/next/dist/bin/next";

/** All checks that do not run the app. */
export const staticChecks: Record<string, () => Promise<Outcome>> = {
  types: async () => {
    // Next generates route types; those of an older build could refer to deleted pages.
    const routes = await keepTsconfig(".", () => runPackageScript(NEXT, ["typegen"]));
    if (!routes.ok) return single("types", false, routes.output);
    const { ok, output } = await runPackageScript("node_modules/typescript-7/bin/tsc", [
      ...OWN_TSCONFIG,
      "--noEmit",
      "--pretty",
    ]);
    return single("types", ok, output);
  },
  lint: () =>
    check("lint", "node_modules/@biomejs/biome/bin/biome", [
      "check",
      "--error-on-warnings",
      ...CODE,
      "examples",
      ...readdirSync(".").filter((name) => /\.(ts|js|mjs|cjs|json|jsonc)$/.test(name)),
    ]),
  // By content: after a checkout every file is new by its time.
  layers: () =>
    check("layers", "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", [
      ...["--cache", "node_modules/.cache/dependency-cruiser", "--cache-strategy", "content"],
      ...CODE,
    ]),
  "dead exports": () => check("dead exports", "node_modules/knip/bin/knip.js", ["--no-progress", "--cache"]),
};

async function check(name: string, script: string, args: string[]): Promise<Outcome> {
  const { ok, output } = await runPackageScript(script, args);
  return single(name, ok, output);
}
