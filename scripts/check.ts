import { runTogether } from "./checks/show-progress.ts";
import { staticChecks } from "./checks/static-checks.ts";
import { runVitest } from "./checks/vitest.ts";
import { ensurePacked } from "./package/ensure-packed.ts";

// npm run check: all checks that need neither a database nor a browser.
await ensurePacked(process.cwd());
const outcomes = await runTogether({
  ...staticChecks,
  "unit tests": () => runVitest("unit tests", ["unit", "widgets"]),
});
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
