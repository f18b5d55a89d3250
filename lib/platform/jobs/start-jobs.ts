import { setTimeout as pause } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { type ConstructorOptions, PgBoss } from "pg-boss";
import { SessionClient } from "#lib/platform/db/session.ts";
import { log } from "#lib/platform/log.ts";
import type { Jobs, KeyedJob } from "./job.ts";
import { throttleErrors } from "./throttle-errors.ts";

/** How long running jobs may take after a stop, in milliseconds. */
const DRAIN_MS = 10_000;

/** Longest time between two attempts to reach the database, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/** A job whose process died is abandoned after this many seconds; the next one replaces it. */
const EXPIRE_SECONDS = 120;

/** Connections of this process reserved for the queues. */
const CONNECTIONS = 3;

/** Polling interval of a queue, in seconds. */
const POLL_SECONDS = 0.5;

const forEver = { retryLimit: 0, expireInSeconds: EXPIRE_SECONDS, retentionSeconds: 3_600 };

/**
 * Runs jobs in this process, alongside others, with queues in the same database (schema `pgboss`, created by pg-boss).
 * While the database is unreachable, nothing runs and nothing fails; jobs resume when it is back.
 * @returns a function that stops taking jobs and waits for running ones.
 */
export function startJobs(url: string, jobs: Jobs): () => Promise<void> {
  const asked = new AbortController();
  const running = keepTrying(() => begin(url, jobs, asked.signal), asked.signal);
  return async () => {
    asked.abort();
    const boss = await running;
    await boss?.stop({ graceful: true, timeout: DRAIN_MS });
    await Promise.race([jobs.finish?.(), pause(DRAIN_MS, undefined, { ref: false })]);
  };
}

async function keepTrying(start: () => Promise<PgBoss>, signal: AbortSignal): Promise<PgBoss | undefined> {
  for (let wait = 1_000; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      return await start();
    } catch (error) {
      log().warn({ reason: reasonOf(error) }, "background jobs did not start; retrying");
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}

async function begin(url: string, jobs: Jobs, signal: AbortSignal): Promise<PgBoss> {
  const options: ConstructorOptions & PoolConfig = {
    connectionString: url,
    // Passed to the pool, like all options of `pg`, but missing from pg-boss's type.
    Client: SessionClient,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: "whetstone jobs",
    schedule: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    maintenanceIntervalSeconds: 600,
  };
  const boss = new PgBoss(options);
  // Without a listener, an error would crash the process.
  const warn = throttleErrors((error: unknown) =>
    log().warn({ reason: reasonOf(error) }, "cannot reach the job queue"),
  );
  boss.on("error", warn);
  try {
    await boss.start();
    await work(boss, jobs, signal);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
  ask(boss, jobs, signal, warn);
  return boss;
}

/** Creates the queues and processes their jobs. */
async function work(boss: PgBoss, { recurring, keyed }: Jobs, signal: AbortSignal): Promise<void> {
  for (const { name, atOnce, run, rest, heartbeatSeconds } of keyed) {
    // Exclusive: one per key, queued or running. Requests during a run must be repeated.
    const watched = heartbeatSeconds === undefined ? {} : { heartbeatSeconds };
    await boss.createQueue(name, { policy: "exclusive", deleteAfterSeconds: 60, ...watched, ...forEver });
    await boss.work<{ key: string }>(
      name,
      { pollingIntervalSeconds: POLL_SECONDS, localConcurrency: atOnce },
      (taken) =>
        Promise.all(
          taken.map(async ({ data }) => {
            const began = performance.now();
            await attempt(name, () => run(data.key, signal), { key: data.key });
            // The key is not released earlier.
            if (rest) await pauseAfter(performance.now() - began, rest, signal);
          }),
        ),
    );
  }
  for (const { name, everySeconds, run } of recurring) {
    // Kept for its whole interval: a completed job prevents others from running it again. Not exclusive: a job whose
    // completion could not be recorded (lost connection) must not block the next.
    await boss.createQueue(name, { policy: "standard", deleteAfterSeconds: 2 * everySeconds, ...forEver });
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, () =>
      attempt(name, () =>
        run(async (queue, keys) => {
          await makeDue(boss, queue);
          await boss.insert(
            queue,
            keys.map((key) => ({ data: { key }, singletonKey: key })),
          );
        }),
      ),
    );
  }
}

/**
 * Makes queued jobs due that were enqueued while the clock was ahead; until their time, nobody could enqueue the same
 * key. We never schedule jobs in advance.
 */
async function makeDue(boss: PgBoss, queue: string): Promise<void> {
  await boss
    .getDb()
    .executeSql(
      "UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state = 'created' AND start_after > now()",
      [queue],
    );
}

async function pauseAfter(
  tookMs: number,
  { times, mostSeconds }: NonNullable<KeyedJob["rest"]>,
  signal: AbortSignal,
): Promise<void> {
  const restMs = Math.min(tookMs * times, mostSeconds * 1_000);
  await pause(restMs, undefined, { signal }).catch(() => {});
}

/** The driver's errors contain the whole connection object. */
const reasonOf = (error: unknown): string =>
  String((error as { message?: unknown } | null)?.message ?? error);

/** A failed job is logged and runs again at its next time. */
async function attempt(name: string, run: () => Promise<unknown>, more: object = {}): Promise<void> {
  try {
    await run();
  } catch (error) {
    log().warn({ err: error, job: name, ...more }, "a job failed");
  }
}

/** Enqueues recurring jobs twice per interval, so that none is missed; the queue accepts one. */
function ask(boss: PgBoss, { recurring }: Jobs, signal: AbortSignal, warn: (error: unknown) => void): void {
  for (const { name, everySeconds } of recurring) {
    const send = () => void boss.send(name, null, { singletonSeconds: everySeconds }).catch(warn);
    send();
    const timer = setInterval(send, everySeconds * 500);
    signal.addEventListener("abort", () => clearInterval(timer));
    if (signal.aborted) clearInterval(timer);
  }
}
