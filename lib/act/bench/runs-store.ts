import { now } from "#lib/platform/clock.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { BenchProgress, BenchReading, BenchRun, RunnableRun } from "./bench-run.ts";

/** Most runs of a prompt that are kept, the newest. */
export const RUNS_KEPT = 10;

/** What is not known of a run before it is started. */
type Later = "runId" | "state" | "startedAt" | "endedAt" | "stoppedBy";

/** A run that is to be started, with its inputs in their order. */
export interface NewRun extends Omit<RunnableRun, Later> {
  /** The answers whose inputs are run; with a reason where that cannot be. */
  answers: readonly { interactionId: string; reason: string | null }[];
}

/** Most runs of a project that are under way at once: the workers are everybody's. */
const RUNNING_MAX = 3;

const taken: ReadonlySet<string> = new Set(["23505", "P2002", "UniqueConstraintViolation"]);

/**
 * Stores a run and its inputs, from where any process takes them. Runs of the prompt beyond those that are kept are deleted.
 * @throws Problem 409 where one of the prompt is running, or as many of the project as may.
 */
export async function insertRun(given: NewRun): Promise<string> {
  const runId = newId();
  await db()
    .$transaction((tx) => insertAll(tx, runId, given), TRANSACTION_TIMES)
    .catch((error: unknown) => {
      if (!hasErrorCode(error, taken)) return orProjectGone(error);
      throw new Problem(
        "bench_running",
        `“${given.template}” is being run already. Wait until that run has finished, or stop it.`,
      );
    });
  return runId;
}

async function insertAll(tx: Transaction, runId: string, given: NewRun): Promise<void> {
  const { answers, content, prices, modelParams, ...run } = given;
  const { projectId, template } = run;
  await requireTurn(tx, projectId, template);
  await tx.benchRun.create({
    data: {
      ...run,
      ...{ runId, startedAt: now() },
      content: content as unknown as Prisma.InputJsonValue,
      prices: prices ? { ...prices } : Prisma.DbNull,
      modelParams: (modelParams ?? Prisma.DbNull) as Prisma.InputJsonObject,
    },
    select: { runId: true },
  });
  const rows = answers.map(({ interactionId, reason }, position) => ({
    ...{ interaction_id: interactionId, reason, position },
    state: reason === null ? "waiting" : "skipped",
  }));
  // Answers that were deleted meanwhile are left out.
  await tx.$executeRaw`
    INSERT INTO bench_answer (project_id, run_id, interaction_id, position, state, reason)
    SELECT i.project_id, ${runId}::uuid, i.interaction_id, given.position, given.state::"BenchAnswerState", given.reason
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given(interaction_id text, position int, state text, reason text)
    JOIN interactions AS i ON i.project_id = ${projectId}::uuid AND i.interaction_id = given.interaction_id
    FOR KEY SHARE OF i`;
  await endWhole(tx, projectId, runId);
  await tx.$executeRaw`
    DELETE FROM bench_run WHERE project_id = ${projectId}::uuid AND run_id IN (
      SELECT run_id FROM bench_run WHERE project_id = ${projectId}::uuid AND template = ${template}
      ORDER BY run_id DESC OFFSET ${RUNS_KEPT}::int)`;
}

/** One start of a project at a time, so that the runs that are under way can be counted. One of the prompt is refused later. */
async function requireTurn(tx: Transaction, projectId: string, template: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bench ${projectId}`}, 0))`;
  const running = await tx.benchRun.findMany({
    where: { projectId, state: "running" },
    select: { template: true },
  });
  if (running.length < RUNNING_MAX || running.some((each) => each.template === template)) return;
  const names = running.map((each) => `“${each.template}”`).join(", ");
  throw new Problem(
    "bench_running",
    `${RUNNING_MAX} bench runs of this project are under way, as many as may be: ${names}. Wait until one has finished, or stop it.`,
  );
}

/** Ends a run of which nothing is waiting any more. */
const endWhole = (tx: Transaction, projectId: string, runId: string): Promise<number> => tx.$executeRaw`
  UPDATE bench_run SET state = 'finished', ended_at = ${now().toISOString()}::text::timestamptz
  WHERE project_id = ${projectId}::uuid AND run_id = ${runId}::uuid AND state = 'running' AND NOT EXISTS (
    SELECT FROM bench_answer AS a WHERE (a.project_id, a.run_id, a.state) = (${projectId}::uuid, ${runId}::uuid, 'waiting'))`;

/** The same, by itself. */
export const finishRun = async ({ projectId, runId }: RunnableRun): Promise<void> => {
  await endWhole(db(), projectId, runId);
};

/**
 * Stops a run; what is being asked is given up within a second, whichever process asks. One that has ended stays as it is.
 * @throws Problem 404 where there is no such run.
 */
export async function stopRun(projectId: string, runId: string, by: string): Promise<BenchReading> {
  await db().benchRun.updateMany({
    where: { projectId, runId, state: "running" },
    data: { state: "stopped", endedAt: now(), stoppedBy: by },
  });
  return readRun(projectId, runId);
}

/** The runs that are under way, the first of each project before the second of any, as keys for {@link findRunning}. */
export async function runningRuns(): Promise<string[]> {
  const rows = await db().$queryRaw<{ runId: string }[]>`
    SELECT r.run_id AS "runId" FROM bench_run AS r JOIN projects AS p USING (project_id)
    WHERE r.state = 'running' AND p.deleted_at IS NULL
    ORDER BY row_number() OVER (PARTITION BY r.project_id ORDER BY r.run_id), r.run_id LIMIT 100`;
  return rows.map((row) => row.runId);
}

/** A run that is under way, with all that is needed to go on with it; null where it has ended. */
export async function findRunning(runId: string): Promise<RunnableRun | null> {
  const row = await db().benchRun.findFirst({ where: { runId, state: "running" } });
  return row as unknown as RunnableRun | null;
}

/** Whether a run is still under way. */
export const isRunning = async ({ projectId, runId }: RunnableRun): Promise<boolean> =>
  (await db().benchRun.count({ where: { projectId, runId, state: "running" } })) > 0;

const shown = { projectId: true, content: true, variables: true } as const;

/**
 * A run and how far it is.
 * @throws Problem 404 where there is no such run.
 */
export async function readRun(projectId: string, runId: string): Promise<BenchReading> {
  const [run, progress] = await Promise.all([
    db().benchRun.findUnique({ where: { projectId_runId: { projectId, runId } }, omit: shown }),
    readProgress(projectId, [runId]),
  ]);
  if (!run)
    throw new Problem("not_found", "There is no such bench run here. Of each prompt, the last ten are kept.");
  return { ...(run as unknown as BenchRun), progress: progress.get(runId) ?? nothingYet };
}

/** The runs of a prompt, newest first. */
export async function listRuns(projectId: string, template: string): Promise<BenchReading[]> {
  const runs = await db().benchRun.findMany({
    where: { projectId, template },
    omit: shown,
    orderBy: { runId: "desc" },
  });
  const progress = await readProgress(
    projectId,
    runs.map(({ runId }) => runId),
  );
  return runs.map((run) => ({
    ...(run as unknown as BenchRun),
    progress: progress.get(run.runId) ?? nothingYet,
  }));
}

const nothingYet: BenchProgress = {
  ...{ total: 0, answered: 0, failed: 0, skipped: 0, waiting: 0 },
  ...{ inputTokens: 0, outputTokens: 0, uncounted: 0 },
};

async function readProgress(
  projectId: string,
  runIds: readonly string[],
): Promise<Map<string, BenchProgress>> {
  const rows = await db().$queryRaw<(BenchProgress & { runId: string })[]>`
    SELECT run_id AS "runId", count(*)::int AS total, (count(*) FILTER (WHERE state = 'answered'))::int AS answered,
      (count(*) FILTER (WHERE state = 'failed'))::int AS failed, (count(*) FILTER (WHERE state = 'skipped'))::int AS skipped,
      (count(*) FILTER (WHERE state = 'waiting'))::int AS waiting,
      COALESCE(sum(input_tokens), 0)::float8 AS "inputTokens", COALESCE(sum(output_tokens), 0)::float8 AS "outputTokens",
      (count(*) FILTER (WHERE state = 'answered' AND (input_tokens IS NULL OR output_tokens IS NULL)))::int AS uncounted
    FROM bench_answer WHERE project_id = ${projectId}::uuid AND run_id = ANY(${[...runIds]}::uuid[])
    GROUP BY run_id`;
  return new Map(rows.map(({ runId, ...progress }) => [runId, progress]));
}
