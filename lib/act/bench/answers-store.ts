import { now } from "#lib/platform/clock.ts";
import { db, type Prisma } from "#lib/platform/db/client.ts";
import type { ModelAnswer } from "../model/index.ts";
import type { BenchRow, RunnableRun } from "./bench-run.ts";

/** How long a claim holds unless it is moved on, in seconds: as long as nobody asks after a process died. */
const CLAIM_SECONDS = 10;

/**
 * Takes the next input that nobody works on; null where there is none, or the run has ended. Materialized: joined to the
 * table, the search could be made once for each of its rows, and take another input each time.
 */
export async function claimNext({ projectId, runId }: RunnableRun): Promise<string | null> {
  const [claimed] = await db().$queryRaw<{ id: string }[]>`
    WITH free AS MATERIALIZED (
      SELECT next.interaction_id FROM bench_answer AS next
      JOIN bench_run AS run USING (project_id, run_id)
      WHERE next.project_id = ${projectId}::uuid AND next.run_id = ${runId}::uuid AND next.state = 'waiting'
        AND (next.claimed_until IS NULL OR next.claimed_until < now()) AND run.state = 'running'
      ORDER BY next.position LIMIT 1 FOR UPDATE OF next SKIP LOCKED
    )
    UPDATE bench_answer AS a SET claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}::int) FROM free
    WHERE a.project_id = ${projectId}::uuid AND a.run_id = ${runId}::uuid AND a.interaction_id = free.interaction_id
    RETURNING a.interaction_id AS id`;
  return claimed?.id ?? null;
}

/** Moves claims on, while their process works. */
export async function keepClaims(
  { projectId, runId }: RunnableRun,
  claimed: readonly string[],
): Promise<void> {
  if (claimed.length === 0) return;
  await db().$executeRaw`
    UPDATE bench_answer SET claimed_until = now() + make_interval(secs => ${CLAIM_SECONDS}::int)
    WHERE project_id = ${projectId}::uuid AND run_id = ${runId}::uuid AND state = 'waiting'
      AND interaction_id = ANY(${[...claimed]}::text[]) AND claimed_until IS NOT NULL`;
}

/** Gives claims up, so that another process can go on at once. */
export async function releaseClaim({ projectId, runId }: RunnableRun, interactionId: string): Promise<void> {
  await db().benchAnswer.updateMany({
    where: { projectId, runId, interactionId, state: "waiting" },
    data: { claimedUntil: null },
  });
}

/** What came of an input: an answer, or why there is none. */
export type Outcome = ModelAnswer | { failed: string } | { skipped: string };

/** Stores what came of an input, unless something was stored, or the run was stopped meanwhile. */
export async function storeOutcome(
  { projectId, runId }: RunnableRun,
  interactionId: string,
  outcome: Outcome,
): Promise<void> {
  await db().benchAnswer.updateMany({
    where: { projectId, runId, interactionId, state: "waiting", run: { state: "running" } },
    data: { ...columnsOf(outcome), claimedUntil: null, endedAt: now() },
  });
}

function columnsOf(outcome: Outcome): Prisma.BenchAnswerUpdateManyMutationInput {
  if ("failed" in outcome) return { state: "failed", reason: outcome.failed };
  if ("skipped" in outcome) return { state: "skipped", reason: outcome.skipped };
  const { text, ...measured } = outcome;
  return { state: "answered", responseText: text, ...measured };
}

/** Some rows of a run in their order, with the beginnings of old and new answers. */
export const readRows = (
  projectId: string,
  runId: string,
  { from, most, characters }: { from: number; most: number; characters: number },
): Promise<BenchRow[]> => db().$queryRaw<BenchRow[]>`
  SELECT a.interaction_id AS "interactionId", a.position, a.state, a.reason,
    left(a.response_text, ${characters}::int) AS text, COALESCE(length(a.response_text), 0) AS length,
    a.latency_ms AS "latencyMs", a.input_tokens AS "inputTokens", a.output_tokens AS "outputTokens",
    a.finish_reason AS "finishReason",
    jsonb_build_object('promptVersion', i.prompt_version, 'modelName', i.model_name,
      'text', left(i.response_text, ${characters}::int), 'length', length(i.response_text),
      'latencyMs', i.response_latency_ms, 'inputTokens', i.input_tokens, 'outputTokens', i.output_tokens,
      'costUsd', i.cost_usd, 'calledTools', COALESCE(jsonb_typeof(i.tool_calls) = 'array' AND i.tool_calls <> '[]', false)) AS old
  FROM (
    SELECT * FROM bench_answer WHERE project_id = ${projectId}::uuid AND run_id = ${runId}::uuid
    ORDER BY position OFFSET ${from}::int LIMIT ${most}::int
  ) AS a
  JOIN interactions AS i USING (project_id, interaction_id)
  ORDER BY a.position`;
