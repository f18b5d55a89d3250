import { runningRuns, workLimits, workOnRun } from "#lib/act/bench/index.ts";
import { readRedaction, redactAhead } from "#lib/observe/redaction/index.ts";
import type { Jobs } from "#lib/platform/jobs/index.ts";
import { modelSettings } from "#lib/platform/model-settings.ts";

const RUN_BENCH = "run-bench";

/**
 * The jobs that go on with bench runs. A process without a model has none, so that it takes no run from one that has: where
 * nobody has one, runs wait.
 */
export function benchJobs(): Jobs {
  const settings = modelSettings(workLimits.timeoutMs);
  if (!settings) return { recurring: [], keyed: [] };
  return {
    recurring: [
      {
        name: "refresh-bench",
        everySeconds: 2,
        run: async (ask) => ask(RUN_BENCH, await runningRuns()),
      },
    ],
    keyed: [
      {
        name: RUN_BENCH,
        atOnce: 2,
        heartbeatSeconds: 10,
        run: (runId, signal) => workOnRun(runId, { settings, redact: redactText }, signal),
      },
    ],
  };
}

/** A text as the project stores it. */
export async function redactText(projectId: string, text: string): Promise<string> {
  const redactor = await redactAhead(await readRedaction(projectId), text, (each) => each.text(text));
  return redactor.text(text);
}
