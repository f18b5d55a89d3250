import { parseArgs } from "node:util";
import { recountExposures } from "#lib/act/experiments/index.ts";
import { rebuildMetrics } from "#lib/evaluate/metrics/index.ts";
import { findProject } from "./find-project.ts";
import { formatRebuild } from "./format-rebuild.ts";
import { liveLine } from "./live-line.ts";
import { runCommand, STOPPED } from "./run-command.ts";
import { withDatabase } from "./with-database.ts";

// npm run metrics:rebuild [-- --project NAME]: recounts the dashboard's metrics from the raw rows.
const usage = `Usage:
  npm run metrics:rebuild -- [--project NAME]   (NAME: name, slug or id)

Recomputes all dashboard metrics, and the users of undecided experiments. The app can keep running: existing metrics stay in place until they are replaced.
--project can be omitted if there is only one project. An interrupted run does no harm; the next one starts from the
beginning.`;

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
    await recountExposures(projectId);
    console.log(`Counted ${words}.`);
  })
    .finally(live.end)
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === "AbortError")) throw error;
      console.error(`Stopped after ${words}. All other metrics are unchanged.`);
      process.exitCode = STOPPED;
    });
}

await runCommand({
  usage,
  read: (args) => parseArgs({ args: [...args], options: { project: { type: "string" } } }).values.project,
  run,
});
