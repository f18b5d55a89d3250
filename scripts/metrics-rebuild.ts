import { parseArgs } from "node:util";
import { rebuildMetrics } from "#lib/evaluate/metrics/index.ts";
import { findProject } from "./find-project.ts";
import { formatRebuild } from "./format-rebuild.ts";
import { liveLine } from "./live-line.ts";
import { runCommand, STOPPED } from "./run-command.ts";
import { withDatabase } from "./with-database.ts";

// npm run metrics:rebuild [-- --project NAME]: counts what the dashboard draws again, from the raw rows.
const usage = `Usage:
  npm run metrics:rebuild -- [--project NAME]   (NAME: name, slug or id)

Counts everything again that the dashboard draws, while the app runs or without it: what was counted stands until it is
replaced. Without --project it is the only project there is. A run that was broken off is started again from its
beginning, and does no harm.`;

async function run(named: string | undefined): Promise<void> {
  const live = liveLine();
  let words = "nothing";
  await withDatabase(async (signal) => {
    const { projectId } = await findProject(named);
    const began = performance.now();
    await rebuildMetrics(projectId, (progress) => {
      signal.throwIfAborted();
      words = formatRebuild(progress, (performance.now() - began) / 1_000);
      live.show(words);
    });
    console.log(`Counted ${words}.`);
  })
    .finally(live.end)
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === "AbortError")) throw error;
      console.error(`Stopped after ${words}. The rest stands as it was counted before.`);
      process.exitCode = STOPPED;
    });
}

await runCommand({
  usage,
  read: (args) => parseArgs({ args: [...args], options: { project: { type: "string" } } }).values.project,
  run,
});
