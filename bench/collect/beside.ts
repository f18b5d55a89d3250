import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { cleanEnvironment } from "#scripts/test-app/clean-environment.ts";
import type { BenchEnvironment } from "./environment.ts";
import { sampleRating } from "./sample-rating.ts";

/** Heavy work that goes on while ratings come in. */
export const heavyTasks = {
  rebuild: { label: "a rebuild of all metrics", runOnce: rebuild },
  import: { label: "an import of history", runOnce: importHistory },
  deletes: { label: "deletes of old answers, as retention does them", runOnce: deleteSome },
};

export type HeavyTask = keyof typeof heavyTasks;

/** Ratings of one import. */
const IMPORTED = 5_000;

/** Answers of one delete, and the pause after it: 2,000 a second at most, so that 100,000 last for a minute. */
const DELETED = 200;
const DELETE_PAUSE_MS = 100;

/**
 * Repeats a task until it is stopped.
 * @returns stops it, and tells how often it was done whole.
 * @throws Error from `stop` when the task failed, or did not get done once.
 */
export function repeat(stage: BenchEnvironment, task: HeavyTask): { stop(): Promise<number> } {
  const stopped = new AbortController();
  let times = 0;
  const running = (async () => {
    while (!stopped.signal.aborted) {
      await heavyTasks[task].runOnce(stage, stopped.signal);
      if (!stopped.signal.aborted) times++;
    }
  })();
  // A failure is told by `stop`; until then nobody waits for it.
  running.catch(() => {});
  return {
    stop: async () => {
      stopped.abort();
      await running.catch((error: unknown) => {
        if (!(error instanceof Error && error.name === "AbortError")) throw error;
      });
      return times;
    },
  };
}

const runScript = (stage: BenchEnvironment, script: string, args: string[], signal: AbortSignal) =>
  promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...cleanEnvironment(), DATABASE_URL: stage.url },
    signal,
  });

async function rebuild(stage: BenchEnvironment, signal: AbortSignal): Promise<void> {
  await runScript(stage, "metrics-rebuild", [], signal);
}

async function importHistory(stage: BenchEnvironment, signal: AbortSignal): Promise<void> {
  const run = crypto.randomUUID();
  const file = join(tmpdir(), `whetstone-import-${run}.jsonl`);
  const day = 24 * 3_600_000;
  const lines = Array.from({ length: IMPORTED }, (_, number) =>
    JSON.stringify({
      ...sampleRating(number, `imported-${run}-${number}`),
      created_at: new Date(Date.now() - (1 + (number % 60)) * day).toISOString(),
    }),
  );
  try {
    await writeFile(file, lines.join("\n"));
    await runScript(stage, "import", [file], signal);
  } finally {
    await rm(file, { force: true });
  }
}

async function deleteSome({ client, projectId }: BenchEnvironment, signal: AbortSignal): Promise<void> {
  const { rowCount } = await client.query(
    `DELETE FROM interactions WHERE project_id = $1 AND interaction_id IN (
      SELECT interaction_id FROM interactions WHERE project_id = $1 AND created_at < now() - interval '1 day'
        ORDER BY created_at LIMIT ${DELETED})`,
    [projectId],
  );
  if (!rowCount) throw new Error("There were too few old answers to delete.");
  await pause(DELETE_PAUSE_MS, undefined, { signal });
}
