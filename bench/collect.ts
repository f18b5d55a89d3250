import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { runCommand, STOPPED } from "#scripts/run-command.ts";
import { bench } from "./collect/bench.ts";
import { type BenchOptions, readOptions, usage } from "./collect/options.ts";
import { report } from "./collect/report.ts";

// npm run bench:collect: how much comes in a second, beside the obvious implementation and the limit.

async function run(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const page = report(await bench(options, (text) => console.error(text), signal), options);
  console.log(page);
  if (!options.out) return;
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, page);
  console.error(`Wrote ${options.out}`);
}

await runCommand({
  usage,
  read: readOptions,
  async run(options) {
    const asked = new AbortController();
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => asked.abort());
    await run(options, asked.signal).catch((error: unknown) => {
      if (!asked.signal.aborted) throw error;
      console.error("Stopped.");
      process.exitCode = STOPPED;
    });
  },
});
