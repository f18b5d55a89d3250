import { db } from "#lib/platform/db/client.ts";
import type { ListCursor } from "#lib/platform/list-cursor.ts";
import { readExcerpts } from "./list-item-store.ts";

/** How many turns to show before and after the current one. */
const AROUND = 2;

/** The number of turns up to which they are counted. */
const COUNTED = 1_000;

/** One turn of a session, as shown next to others. */
export interface SessionTurn {
  interactionId: string;
  createdAt: Date;
  featureName: string;
  inputExcerpt: string | null;
  responseExcerpt: string;
}

/** The position of an interaction in its session. */
export interface SessionPlace {
  /** In order, including the interaction itself. */
  turns: SessionTurn[];
  /** How many turns come before the first of these; null if there are a thousand or more in all. */
  before: number | null;
  /** How many turns there are, and when the first and last one were; null for a thousand or more. */
  whole: { count: number; first: Date; last: Date } | null;
}

/** The turns around an interaction in its session; null if it is the only one. */
export async function readSessionPlace(
  projectId: string,
  sessionId: string,
  at: ListCursor,
): Promise<SessionPlace | null> {
  const moment = at.at.toISOString();
  const rows = await db().$queryRaw<Omit<SessionTurn, "inputExcerpt" | "responseExcerpt">[]>`
    WITH earlier AS (
      SELECT interaction_id, created_at, feature_name FROM interactions
      WHERE project_id = ${projectId}::uuid AND session_id = ${sessionId}
        AND (created_at, interaction_id) < (${moment}::timestamptz, ${at.id})
      ORDER BY created_at DESC, interaction_id DESC LIMIT ${AROUND}
    ),
    rest AS (
      SELECT interaction_id, created_at, feature_name FROM interactions
      WHERE project_id = ${projectId}::uuid AND session_id = ${sessionId}
        AND (created_at, interaction_id) >= (${moment}::timestamptz, ${at.id})
      ORDER BY created_at, interaction_id LIMIT ${AROUND + 1}
    )
    SELECT interaction_id AS "interactionId", created_at AS "createdAt", feature_name AS "featureName"
    FROM (SELECT * FROM earlier UNION ALL SELECT * FROM rest) AS turns ORDER BY created_at, interaction_id`;
  const first = rows[0];
  if (!first || rows.length < 2) return null;
  const [counts, excerpts] = await Promise.all([
    countTurns(projectId, sessionId, { at: first.createdAt, id: first.interactionId }),
    readExcerpts(
      projectId,
      rows.map(({ interactionId }) => interactionId),
    ),
  ]);
  const turns = rows.map((row) => {
    const excerpt = excerpts.get(row.interactionId);
    return { ...row, inputExcerpt: excerpt?.input ?? null, responseExcerpt: excerpt?.response ?? "" };
  });
  return { turns, ...counts };
}

async function countTurns(projectId: string, sessionId: string, first: ListCursor) {
  const [found] = await db().$queryRaw<{ before: number; count: number; first: Date; last: Date }[]>`
    SELECT (count(*) FILTER (WHERE (created_at, interaction_id) < (${first.at.toISOString()}::timestamptz, ${first.id})))::int AS before,
      count(*)::int AS count, min(created_at) AS first, max(created_at) AS last
    FROM (
      SELECT created_at, interaction_id FROM interactions
      WHERE project_id = ${projectId}::uuid AND session_id = ${sessionId} ORDER BY created_at LIMIT ${COUNTED}
    ) AS turns`;
  if (!found || found.count >= COUNTED) return { before: null, whole: null };
  const { before, ...whole } = found;
  return { before, whole };
}
