import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countPlaywright } from "./checks/count-tests.ts";
import { type Outcome, single, summary } from "./checks/outcome.ts";
import { runPackageScript } from "./checks/run-package-script.ts";
import { runTogether } from "./checks/show-progress.ts";
import { staticChecks } from "./checks/static-checks.ts";
import { runVitest } from "./checks/vitest.ts";
import { buildForTests, removeTestBuild } from "./test-app/choose-dist.ts";
import { cleanEnvironment } from "./test-app/clean-environment.ts";
import { findChromium } from "./test-app/find-chromium.ts";
import { startApp } from "./test-app/start-app.ts";
import { quickApps } from "./test-embed/apps.ts";
import { runEmbedTests } from "./test-embed/run-embed-tests.ts";

// npm test: all tests. Ends with one line on standard output: how many passed and failed.
const folder = mkdtempSync(join(tmpdir(), "whetstone-test-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
// Ctrl-C reaches child processes by itself; they end, their files are removed, and the total says what is
// missing.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => {});
// All temporary folders are created in here.
process.env.TMPDIR = folder;

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

const outcomes: Outcome[] = [];
const chromium = await prepare("a browser to test with", findChromium);
const dist = await prepare("build", () => buildForTests(process.cwd()));

const vitest = (name: string, ...projects: string[]) => ({
  [name]: () => runVitest(name, projects, cleanEnvironment()),
});
outcomes.push(...(await runTogether({ ...staticChecks, ...vitest("unit tests", "unit", "widgets") })));
for (const outcome of [chromium, dist]) if (typeof outcome !== "string") outcomes.push(outcome);
const database = vitest("database tests", "database");
// Life-cycle tests mostly wait for processes to start and end.
const lifecycle = typeof dist === "string" ? vitest("life-cycle tests", "lifecycle") : {};
outcomes.push(...(await runTogether({ ...database, ...lifecycle })));
if (typeof dist === "string" && typeof chromium === "string") {
  const browser = () =>
    runBrowserTests(join(folder, "browser"), dist, chromium).catch((error) =>
      single("browser tests", false, String(error)),
    );
  outcomes.push(...(await runTogether({ "browser tests": browser })));
  const embedded = { folder: join(folder, "embed"), dist, chromium, apps: quickApps };
  outcomes.push(
    ...(await runEmbedTests(embedded).catch((error) => [single("embedded widgets", false, String(error))])),
  );
}

await removeTestBuild(process.cwd());
console.log(summary(outcomes));
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;

/**
 * Runs tests/browser and the HTTP tests of tests/api against a new app.
 * @param folder an empty one, for everything they write
 * @param dist the build to serve
 */
async function runBrowserTests(folder: string, dist: string, chromium: string): Promise<Outcome> {
  const name = "browser tests";
  const state = join(folder, "state");
  await mkdir(state, { recursive: true });
  const app = await startApp({ dataDir: join(state, "data"), dist });
  try {
    const report = join(folder, "playwright.json");
    const { ok, output } = await runPackageScript(
      "node_modules/@playwright/test/cli.js",
      ["test", "--reporter=list,json"],
      {
        ...cleanEnvironment(),
        CHROMIUM_PATH: chromium,
        WHETSTONE_URL: app.url,
        WHETSTONE_SETUP_LINK: app.setupLink ?? "",
        WHETSTONE_TEST_STATE: state,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        // Chromium keeps crash reports and caches there.
        XDG_CONFIG_HOME: join(folder, "config"),
        XDG_CACHE_HOME: join(folder, "cache"),
        FORCE_COLOR: process.stderr.isTTY ? "1" : "0",
      },
    );
    const counted = countPlaywright(await readFile(report, "utf8").catch(() => ""));
    if (ok) await rm("test-results", { recursive: true, force: true });
    return { name, output, ...counted, failed: ok ? counted.failed : Math.max(counted.failed, 1) };
  } finally {
    await app.stop();
  }
}
