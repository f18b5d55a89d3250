import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { exitWithError, USAGE_FAULT } from "../scripts/exit-with-error.ts";
import { bench } from "./collect/bench.ts";
import { type BenchOptions, readOptions, usage } from "./collect/options.ts";
import { report } from "./collect/report.ts";

// npm run bench:collect: how much comes in a second, beside the obvious implementation and the limit.

function read(): BenchOptions | "help" | { fault: string } {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The exit code of a command that was stopped by Ctrl-C. */
const STOPPED = 130;

async function run(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const page = report(await bench(options, (text) => console.error(text), signal), options);
  console.log(page);
  if (!options.out) return;
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, page);
  console.error(`Wrote ${options.out}`);
}

const options = read();
if (options === "help") {
  console.log(usage);
} else if ("fault" in options) {
  console.error(`${options.fault}\n${usage}`);
  process.exitCode = USAGE_FAULT;
} else {
  const asked = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => asked.abort());
  await run(options, asked.signal).catch((error: unknown) => {
    if (!asked.signal.aborted) return exitWithError(error);
    console.error("Stopped.");
    process.exitCode = STOPPED;
  });
}
