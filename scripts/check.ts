import { filesToTest, hashFiles, rememberChecked } from "./checks/checked-files.ts";
import type { Outcome } from "./checks/outcome.ts";
import { runTogether } from "./checks/show-progress.ts";
import { staticChecks } from "./checks/static-checks.ts";
import { runVitest } from "./checks/vitest.ts";
import { ensurePacked } from "./package/ensure-packed.ts";

// npm run check: all checks that need neither a database nor a browser, with the unit tests that a change since the last
// run without a failure can have broken; with --all, all of them.
const root = process.cwd();
await ensurePacked(root);
const outcomes = await runTogether({
  ...staticChecks,
  "unit tests": () => unitTests(process.argv.includes("--all")),
});
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;

async function unitTests(all: boolean): Promise<Outcome> {
  const hashes = await hashFiles(root);
  const files = all ? null : await filesToTest(root, hashes);
  const outcome = await runVitest("unit tests", ["unit", "widgets"], { files });
  if (outcome.failed === 0 && hashes) await rememberChecked(root, hashes);
  return outcome;
}
