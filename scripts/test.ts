import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, single, summary } from "./checks/outcome.ts";
import { runTogether } from "./checks/show-progress.ts";
import { staticChecks } from "./checks/static-checks.ts";
import { runVitest } from "./checks/vitest.ts";
import { runCommand } from "./run-command.ts";
import { buildForTests, removeTestBuild } from "./test-app/choose-dist.ts";
import { cleanEnvironment } from "./test-app/clean-environment.ts";
import { findChromium } from "./test-app/find-chromium.ts";
import { type BrowserRun, runBrowserTests } from "./test-app/run-browser-tests.ts";
import { testOptions, usage } from "./test-app/test-options.ts";
import { quickApps } from "./test-embed/apps.ts";
import { runEmbedTests } from "./test-embed/run-embed-tests.ts";

// npm test: all tests, or some specs. Ends with one line on standard output: how many passed and failed.
const folder = mkdtempSync(join(tmpdir(), "whetstone-test-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
// Ctrl-C reaches child processes by itself; they end, their files are removed, and the total says what is
// missing.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => {});
// All temporary folders are created in here.
process.env.TMPDIR = folder;

await runCommand({
  usage,
  read: testOptions,
  run: async (asked) => {
    const outcomes = asked.length > 0 ? await runSpecs(asked) : await runAll();
    await removeTestBuild(process.cwd());
    console.log(summary(outcomes));
    process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
  },
});

/** Runs some specs and prints the result of each test. */
async function runSpecs(args: readonly string[]): Promise<Outcome[]> {
  const chromium = await findChromium();
  const dist = await buildForTests(process.cwd());
  const outcomes = await browserTests({ folder: join(folder, "browser"), dist, chromium, args });
  for (const { failed, output } of outcomes) if (failed === 0) process.stderr.write(output);
  return outcomes;
}

async function runAll(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const chromium = await prepare("a browser to test with", findChromium);
  const dist = await prepare("build", () => buildForTests(process.cwd()));
  const vitest = (name: string, ...projects: string[]) => ({
    [name]: () => runVitest(name, projects, { env: cleanEnvironment() }),
  });
  outcomes.push(...(await runTogether({ ...staticChecks, ...vitest("unit tests", "unit", "widgets") })));
  for (const outcome of [chromium, dist]) if (typeof outcome !== "string") outcomes.push(outcome);
  const database = vitest("database tests", "database");
  // Life-cycle tests mostly wait for processes to start and end.
  const lifecycle = typeof dist === "string" ? vitest("life-cycle tests", "lifecycle") : {};
  outcomes.push(...(await runTogether({ ...database, ...lifecycle })));
  if (typeof dist === "string" && typeof chromium === "string") {
    outcomes.push(...(await browserTests({ folder: join(folder, "browser"), dist, chromium })));
    const embedded = { folder: join(folder, "embed"), dist, chromium, apps: quickApps };
    outcomes.push(
      ...(await runEmbedTests(embedded).catch((error) => [single("embedded widgets", false, String(error))])),
    );
  }
  return outcomes;
}

/** A step that tests depend on; if it fails, it counts as one failure, and its tests are not run. */
async function prepare<T>(name: string, work: () => Promise<T>): Promise<T | Outcome> {
  try {
    return await work();
  } catch (error) {
    const outcome = single(name, false, error instanceof Error ? error.message : String(error));
    process.stderr.write(`✗ ${name}\n\n${outcome.output}\n\n`);
    return outcome;
  }
}

function browserTests(run: BrowserRun): Promise<Outcome[]> {
  const browser = () => runBrowserTests(run).catch((error) => single("browser tests", false, String(error)));
  return runTogether({ "browser tests": browser });
}
