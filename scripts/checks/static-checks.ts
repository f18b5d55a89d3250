import { readdirSync } from "node:fs";
import { keepTsconfig } from "../build/keep-tsconfig.ts";
import { type Outcome, single } from "./outcome.ts";
import { runPackageScript } from "./run-package-script.ts";

/** Without the types that `npm run dev` left, which may speak of pages that are gone. */
const OWN_TSCONFIG = ["--project", "scripts/checks/tsconfig.json"];
/** Where our code is. */
const CODE = ["app", "bench", "components", "lib", "scripts", "server", "tests", "server.ts"];
const NEXT = "node_modules/next/dist/bin/next";

/** What can be known without running the app. */
export const staticChecks: Record<string, () => Promise<Outcome>> = {
  types: async () => {
    // Next writes the types of its routes; those of an older build would speak of pages that are gone.
    const routes = await keepTsconfig(".", () => runPackageScript(NEXT, ["typegen"]));
    if (!routes.ok) return single("types", false, routes.output);
    const { ok, output } = await runPackageScript("node_modules/typescript/bin/tsc", [
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
  layers: () => check("layers", "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", CODE),
  "dead exports": () => check("dead exports", "node_modules/knip/bin/knip.js", ["--no-progress"]),
};

async function check(name: string, script: string, args: string[]): Promise<Outcome> {
  const { ok, output } = await runPackageScript(script, args);
  return single(name, ok, output);
}
