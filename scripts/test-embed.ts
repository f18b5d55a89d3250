import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summary } from "./checks/outcome.ts";
import { exitWithError, USAGE_FAULT } from "./exit-with-error.ts";
import { buildForTests, removeTestBuild } from "./test-app/choose-dist.ts";
import { findChromium } from "./test-app/find-chromium.ts";
import { type EmbedOptions, embedOptions, usage } from "./test-embed/options.ts";
import { runEmbedTests } from "./test-embed/run-embed-tests.ts";

// npm run test:embed: the packed tarball in fresh apps, driven in Chromium. Ends in one line: how many passed and failed.

/** @returns whether everything passed. */
async function testEmbedded(options: EmbedOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "whetstone-embed-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const asked = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => asked.abort());
  const chromium = await findChromium();
  const dist = await buildForTests(process.cwd());
  try {
    const outcomes = await runEmbedTests({ ...options, folder, dist, chromium, signal: asked.signal });
    console.log(summary(outcomes));
    return outcomes.every(({ failed }) => failed === 0);
  } finally {
    await removeTestBuild(process.cwd());
  }
}

function readOptions(): EmbedOptions | null {
  try {
    return embedOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return null;
  }
}

const options = readOptions();
if (options === null) process.exitCode = USAGE_FAULT;
else
  await testEmbedded(options).then((whole) => {
    process.exitCode = whole ? 0 : 1;
  }, exitWithError);
