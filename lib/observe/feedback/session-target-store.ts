import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import type { FeedbackRow } from "./feedback-row.ts";

/**
 * The interaction that each rating belongs to, in the given order; null for a score of a session without
 * answers. A score of a session belongs to the session's last answer before it, or else to its first; later
 * values stay with the first value's answer. Two first values at the same time must see each other, so their
 * target is locked until the commit.
 */
export async function resolveSessions(
  tx: Statements,
  rows: readonly FeedbackRow[],
): Promise<(string | null)[]> {
  const asked = new Map<string, FeedbackRow>();
  for (const row of rows) if (row.scored_session && !asked.has(targetOf(row))) asked.set(targetOf(row), row);
  if (asked.size === 0) return rows.map(({ interaction_id: id }) => id);
  const targets = [...asked.keys()].sort();
  for (const target of targets)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.sessionScores}::int, hashtext(${target}))`;
  const given = targets.map((target) => ({ target, ...asked.get(target) }));
  const found = await tx.$queryRaw<{ target: string; id: string | null }[]>`
    SELECT given.target, COALESCE(earlier.id, latest.id, first.id) AS id
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given(target text, project_id uuid, scored_session text,
      score_name text, rater text, created_at timestamptz)
    LEFT JOIN LATERAL (
      SELECT f.interaction_id AS id FROM feedback AS f WHERE f.scored_session <> ''
        AND (f.project_id, f.scored_session, f.score_name, f.rater)
          = (given.project_id, given.scored_session, given.score_name, given.rater) LIMIT 1
    ) AS earlier ON true
    LEFT JOIN LATERAL (
      SELECT i.interaction_id AS id FROM interactions AS i
      WHERE (i.project_id, i.session_id) = (given.project_id, given.scored_session) AND i.created_at <= given.created_at
      ORDER BY i.created_at DESC, i.interaction_id DESC LIMIT 1
    ) AS latest ON true
    LEFT JOIN LATERAL (
      SELECT i.interaction_id AS id FROM interactions AS i
      WHERE (i.project_id, i.session_id) = (given.project_id, given.scored_session)
      ORDER BY i.created_at, i.interaction_id LIMIT 1
    ) AS first ON true`;
  const answers = new Map(found.map(({ target, id }) => [target, id]));
  return rows.map((row) => (row.scored_session ? (answers.get(targetOf(row)) ?? null) : row.interaction_id));
}

/** Identifies the target of a score, for which each rater has one value. */
const targetOf = (row: FeedbackRow): string =>
  JSON.stringify([row.project_id, row.scored_session, row.score_name, row.rater]);
