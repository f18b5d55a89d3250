import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { knownInteractions } from "#lib/observe/interactions/index.ts";
import { env } from "#lib/platform/env.ts";
import {
  formatProgress,
  formatTally,
  type HistoryFormat,
  type ImportSummary,
  importHistory,
  isHistoryFormat,
  type Progress,
} from "#lib/use-cases/import-history/index.ts";
import { findProject } from "./find-project.ts";
import { liveLine } from "./live-line.ts";
import { refusalReport } from "./refusal-report.ts";
import { runCommand, STOPPED } from "./run-command.ts";
import { withDatabase } from "./with-database.ts";

// npm run import -- FILE: imports historical interactions and ratings, one JSON object per line, into a
// project.
const usage = `Usage:
  npm run import -- FILE.jsonl [--project NAME] [--refused FILE]        (JSON as for the API, one object per line)
  npm run import -- --from oasst FILE [--project NAME] [--refused FILE] (OpenAssistant conversation trees)

Interactions come before their ratings and preferences, or inline in a rating. Run the same command again to resume an interrupted
import; importing a file twice changes nothing. --project can be omitted if there is only one project.`;

interface Request {
  file: string;
  from: HistoryFormat;
  project: string | undefined;
  refused: string | undefined;
}

/**
 * Parses the command line.
 * @throws Error that says what is invalid.
 */
function read(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      project: { type: "string" },
      from: { type: "string", default: "api" },
      refused: { type: "string" },
    },
  });
  const [file, ...rest] = positionals;
  if (file === undefined) throw new Error("Specify the file to import.");
  if (rest.length > 0)
    throw new Error(`Specify one file, not ${rest.length + 1}: ${[file, ...rest].join(", ")}.`);
  if (!isHistoryFormat(values.from)) throw new Error(`--from must be api or oasst, not “${values.from}”.`);
  return { file: fromCaller(file), from: values.from, project: values.project, refused: values.refused };
}

/** npm runs scripts in the package's folder; INIT_CWD is where it was called. */
const fromCaller = (path: string): string => {
  const { npm_lifecycle_event: task, INIT_CWD: caller = "." } = process.env;
  return task === "import" ? resolve(caller, path) : resolve(path);
};

async function run({ file, from, project, refused }: Request): Promise<ImportSummary> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new Error(`File not found: ${file}.`);
  if (!found.isFile())
    throw new Error(`${file} is not a file. Specify a file with one JSON object per line.`);
  const live = liveLine();
  const report = refusalReport(refused && fromCaller(refused), live.note);
  const began = performance.now();
  let start: Progress = { bytes: 0, size: found.size, lines: 0 };
  return withDatabase(async (signal) =>
    importHistory({
      file,
      from,
      project: await findProject(project),
      dataDir: resolve(env().WHETSTONE_DATA),
      findKnown: knownInteractions,
      signal,
      onStart: async (progress) => {
        start = progress;
        await report.begin(progress.lines > 0);
        if (progress.lines > 0) live.note(`Resuming after line ${progress.lines.toLocaleString("en-US")}.`);
      },
      onProgress: (progress) =>
        live.show(formatProgress(progress, start, (performance.now() - began) / 1000)),
      onRefused: report.add,
    }),
  ).finally(live.end);
}

function conclude({ tally, lines, finished }: ImportSummary): void {
  console.log(formatTally(tally));
  if (tally.refusedLines > 0) process.exitCode = 1;
  if (finished) return;
  console.error(`Stopped after line ${lines.toLocaleString("en-US")}. Run the same command again to resume.`);
  process.exitCode = STOPPED;
}

await runCommand({ usage, read, run: async (request) => conclude(await run(request)) });
