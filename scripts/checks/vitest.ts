import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { countVitest } from "./count-tests.ts";
import type { Outcome } from "./outcome.ts";
import { runPackageScript } from "./run-package-script.ts";

/**
 * By default, Vitest leaves a core to its main process, which needs little of it. Database tests also keep
 * PostgreSQL busy.
 */
const workersFor = (projects: readonly string[]): string[] =>
  projects.includes("unit") ? [`--maxWorkers=${Math.max(2, availableParallelism())}`] : [];

/** What of the projects is run, and with what environment. */
interface VitestRun {
  env?: NodeJS.ProcessEnv;
  /** Only the tests that are or import one of these; all if null. */
  files?: readonly string[] | null;
}

/** Runs some of the projects in vitest.config.ts. */
export async function runVitest(
  name: string,
  projects: readonly string[],
  { env = process.env, files = null }: VitestRun = {},
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "whetstone-vitest-"));
  try {
    const report = join(folder, "report.json");
    const args = [
      ...(files ? ["related", "--run", "--passWithNoTests", ...files] : ["run"]),
      ...workersFor(projects),
      "--reporter=dot",
      "--silent=passed-only",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ];
    const { ok, output } = await runPackageScript(
      "node_modules/vitest/vitest.mjs",
      [...args, ...projects.flatMap((project) => ["--project", project])],
      { ...env, FORCE_COLOR: process.stderr.isTTY ? "1" : "0" },
    );
    const counted = countVitest(await readFile(report, "utf8").catch(() => ""));
    // A run can fail without a failed test: by an error outside of all tests, or a file that cannot be read.
    return { name, output, ...counted, failed: ok ? counted.failed : Math.max(counted.failed, 1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
