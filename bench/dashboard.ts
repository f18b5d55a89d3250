import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { addDays } from "#lib/domain/calendar.ts";
import { runCommand } from "#scripts/run-command.ts";
import { describeMachine } from "./collect/machine.ts";
import { listCandidates } from "./dashboard/candidates.ts";
import { type BenchEnvironment, openEnvironment } from "./dashboard/environment.ts";
import { measurePages } from "./dashboard/measure-pages.ts";
import { measureQueries } from "./dashboard/measure-queries.ts";
import { type BenchOptions, readOptions, usage } from "./dashboard/options.ts";
import { type Findings, report } from "./dashboard/report.ts";

// npm run bench:dashboard: what the dashboard's queries and pages cost as data grows, compared with plain
// SQL.

const started = performance.now();
const say = (text: string) =>
  console.error(`${Math.round((performance.now() - started) / 1_000)} s  ${text}`);

async function run(options: BenchOptions): Promise<void> {
  const all: Findings[] = [];
  let machine: string[] = [];
  for (const rows of options.rows) {
    say(`${rows.toLocaleString("en")} ratings`);
    const environment = await openEnvironment(rows, options.keep, say);
    try {
      if (machine.length === 0) machine = (await describeMachine(environment)).lines;
      all.push(await measure(environment, rows, options));
    } finally {
      await environment.close();
    }
  }
  const page = report(machine, all, options.rounds);
  console.log(page);
  if (!options.out) return;
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, page);
  say(`Wrote ${options.out}`);
}

async function measure(
  environment: BenchEnvironment,
  rows: number,
  { rounds, pages }: BenchOptions,
): Promise<Findings> {
  const { projectId, lastDay, rebuildMs, answers } = environment;
  const month = { projectId, tz: "UTC", from: addDays(lastDay, -29), to: lastDay };
  const quarter = { ...month, from: addDays(lastDay, -88) };
  const queries = await measureQueries(listCandidates(month, quarter, new Date(lastDay)), rounds, say);
  await environment.release();
  return { rows, answers, rebuildMs, queries, pages: pages ? await measurePages(environment, say) : [] };
}

await runCommand({ usage, read: readOptions, run });
