import { runTogether } from "./checks/show-progress.ts";
import { staticChecks } from "./checks/static-checks.ts";
import { runVitest } from "./checks/vitest.ts";

// npm run check: what can be known in a minute, without a database and a browser.
const outcomes = await runTogether({
  ...staticChecks,
  "unit tests": () => runVitest("unit tests", ["unit", "widgets"]),
});
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
