import { randomUUID } from "node:crypto";
import { cpus, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { addDays } from "#lib/domain/calendar.ts";
import { overview } from "#lib/evaluate/metrics/index.ts";
import { logInteraction } from "#lib/observe/ingest/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { startJobs } from "#lib/platform/jobs/index.ts";
import { type ProjectContext, projectContext } from "#lib/platform/projects/project-context.ts";
import { recurringJobs } from "#lib/use-cases/recurring-jobs.ts";
import { runCommand } from "#scripts/run-command.ts";
import { openEnvironment } from "./collect/environment.ts";
import { lagReport, type Sighting } from "./lag/lag-report.ts";
import { steadyLoad } from "./lag/steady-load.ts";

// npm run bench:lag: how long events take to appear in metrics under a steady load.
const usage = `Usage: npm run bench:lag -- [--rate EVENTS_PER_SECOND (1000)] [--seconds N (120)]`;

/**
 * How often to log a new answer to wait for, and how often to check whether it was counted, in milliseconds.
 */
const [LOOK_EVERY, ASK_EVERY] = [2_000, 100];

async function measure(rate: number, seconds: number): Promise<string> {
  const stopped = new AbortController();
  const environment = await openEnvironment((text) => console.error(text), stopped.signal);
  const project = projectContext(
    await db().project.findUniqueOrThrow({ where: { projectId: environment.projectId } }),
  );
  const stopJobs = startJobs(environment.url, recurringJobs());
  try {
    const sightings: Promise<Sighting>[] = [];
    const reads: number[] = [];
    const loading = steadyLoad(project, rate, stopped.signal);
    const until = performance.now() + seconds * 1_000;
    while (performance.now() < until) {
      sightings.push(look(project));
      reads.push(await read(project));
      await pause(LOOK_EVERY);
    }
    stopped.abort();
    const stored = await loading;
    const load = loadavg()[0] ?? 0;
    const cores = cpus().length;
    return lagReport({ rate, seconds, stored, sightings: await Promise.all(sightings), reads, load, cores });
  } finally {
    stopped.abort();
    await stopJobs();
    await environment.close();
  }
}

/** Logs an answer of a new feature, and waits until that feature is counted. */
async function look(project: ProjectContext): Promise<Sighting> {
  const featureName = `probe-${randomUUID()}`;
  await logInteraction(project, { feature_name: featureName, model_name: "probe", response_text: "…" });
  const committed = performance.now();
  const where = { projectId: project.projectId, featureName, width: "day", cube: "core" } as const;
  while ((await db().metricSlice.count({ where })) === 0) await pause(ASK_EVERY);
  return { lagMs: performance.now() - committed };
}

async function read({ projectId }: ProjectContext): Promise<number> {
  const began = performance.now();
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  await overview({ projectId, tz: "UTC", from: addDays(today, -6), to: today });
  return performance.now() - began;
}

await runCommand({
  usage,
  read(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { rate: { type: "string", default: "1000" }, seconds: { type: "string", default: "120" } },
    });
    const [rate, seconds] = [Number(values.rate), Number(values.seconds)];
    if (!(rate > 0 && seconds > 0)) throw new Error("--rate and --seconds must be greater than 0.");
    return { rate, seconds };
  },
  run: async ({ rate, seconds }) => console.log(await measure(rate, seconds)),
});
