import { readFile, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { countPlaywright } from "../checks/count-tests.ts";
import type { Outcome } from "../checks/outcome.ts";
import { runPackageScript } from "../checks/run-package-script.ts";
import { runTogether } from "../checks/show-progress.ts";
import { cleanEnvironment } from "../test-app/clean-environment.ts";
import { type AppsOptions, withApps } from "./with-apps.ts";

/**
 * Installs the packed tarball into fresh apps and drives them: one outcome for each app, and one for all
 * specs.
 */
export const runEmbedTests = (options: AppsOptions & DriveOptions): Promise<Outcome[]> =>
  withApps(options, (groundFile) =>
    runTogether({ "embedded widgets": () => driveApps(options, groundFile) }),
  );

/** The options for driving the apps. */
interface DriveOptions {
  /** For everything the browser writes. */
  folder: string;
  chromium: string;
  /** Only tests whose names match. */
  grep?: string | undefined;
  /** Aborts the run. */
  signal?: AbortSignal | undefined;
}

/** Runs the specs of tests/embed against the apps in `groundFile`. */
async function driveApps(
  { folder, chromium, grep, signal }: DriveOptions,
  groundFile: string,
): Promise<Outcome> {
  const report = join(folder, "playwright.json");
  const args = ["test", "--config=playwright.embed.config.ts", "--reporter=list,json"];
  const { ok, output } = await runPackageScript(
    "node_modules/@playwright/test/cli.js",
    grep === undefined ? args : [...args, `--grep=${grep}`],
    {
      ...cleanEnvironment(),
      CHROMIUM_PATH: chromium,
      WHETSTONE_EMBED_GROUND: groundFile,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // Chromium keeps crash reports and caches there.
      XDG_CONFIG_HOME: join(folder, "config"),
      XDG_CACHE_HOME: join(folder, "cache"),
      FORCE_COLOR: process.stderr.isTTY ? "1" : "0",
    },
    signal,
  );
  const counted = countPlaywright(await readFile(report, "utf8").catch(() => ""));
  if (ok) await rm("test-results/embed", { recursive: true, force: true });
  // Must not contain anything else.
  if (ok) await rmdir("test-results").catch(() => {});
  const failed = ok ? counted.failed : Math.max(counted.failed, 1);
  return { name: "embedded widgets", output, ...counted, failed };
}
