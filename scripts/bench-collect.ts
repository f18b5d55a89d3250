import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { bench } from "./bench-collect/bench.ts";
import { type BenchOptions, readOptions, usage } from "./bench-collect/options.ts";
import { report } from "./bench-collect/report.ts";
import { complain, USAGE_FAULT } from "./complain.ts";

// npm run bench:collect: how much comes in a second, beside the obvious implementation and the limit.

function read(): BenchOptions | "help" | { fault: string } {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function run(options: BenchOptions): Promise<void> {
  // Ctrl-C ends the servers and the load by itself; what waits for them fails, and what was started is cleared away.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
  const page = report(await bench(options, (text) => console.error(text)), options);
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
  await run(options).catch(complain);
}
