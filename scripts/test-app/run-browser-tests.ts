import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { countPlaywright } from "../checks/count-tests.ts";
import type { Outcome } from "../checks/outcome.ts";
import { runPackageScript } from "../checks/run-package-script.ts";
import { cleanEnvironment } from "./clean-environment.ts";
import { startApp } from "./start-app.ts";

/** How to run browser tests. */
export interface BrowserRun {
  /** An empty one, for everything they write. */
  folder: string;
  /** The build to serve. */
  dist: string;
  chromium: string;
  /** Playwright's arguments that select specs; without, all are run. */
  args?: readonly string[];
}

/** Where the app may send to: servers of the tests on the loopback interface. */
const RECEIVERS = { NOTIFICATION_HOSTS: "127.0.0.1" };

/** Runs tests/browser and the HTTP tests of tests/api against a new app. */
export async function runBrowserTests({ folder, dist, chromium, args = [] }: BrowserRun): Promise<Outcome> {
  const name = "browser tests";
  const state = join(folder, "state");
  await mkdir(state, { recursive: true });
  const app = await startApp({ dataDir: join(state, "data"), dist, env: RECEIVERS });
  try {
    const report = join(folder, "playwright.json");
    const { ok, output } = await runPackageScript(
      "node_modules/@playwright/test/cli.js",
      ["test", "--reporter=list,json", ...args],
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
