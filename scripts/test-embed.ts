import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summary } from "./checks/outcome.ts";
import { runCommand } from "./run-command.ts";
import { buildForTests, removeTestBuild } from "./test-app/choose-dist.ts";
import { findChromium } from "./test-app/find-chromium.ts";
import { type EmbedOptions, embedOptions, usage } from "./test-embed/options.ts";
import { runEmbedTests } from "./test-embed/run-embed-tests.ts";

// npm run test:embed: installs the packed tarball into fresh apps and drives them in Chromium. Ends with one
// line: how many tests passed and failed.

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

await runCommand({
  usage,
  read: embedOptions,
  run: async (options) => {
    process.exitCode = (await testEmbedded(options)) ? 0 : 1;
  },
});
