import { db, Prisma } from "#lib/platform/db/client.ts";
import { settleAll } from "#lib/platform/db/settle-all.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { type EventOrigin, keepOrigins } from "../raters/index.ts";
import type { PreferenceRow } from "./preference-row.ts";

/** The result of storing a preference. A retry gets the result of the original. */
export type StoredPreference =
  | { outcome: "stored"; at: Date }
  | { outcome: "interaction_missing"; missing: string }
  | { outcome: "id_reused" };

interface Settled {
  position: number;
  missing: string | null;
  same: boolean | null;
  at: Date | null;
}

/**
 * Stores preferences of any projects. If an ID is used again, the first one stays. Returns a result for each,
 * in the given order.
 */
export const insertPreferences = (
  tx: Statements,
  rows: readonly PreferenceRow[],
): Promise<StoredPreference[]> => settleAll(rows, (left) => insertOnce(tx, left));

async function insertOnce(
  tx: Statements,
  rows: readonly PreferenceRow[],
): Promise<[position: number, outcome: StoredPreference][]> {
  const settled = await tx.$queryRaw<Settled[]>`
    WITH given AS (
      SELECT r.*, row_number() OVER () - 1 AS position FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(project_id uuid, preference_id text, preferred_id text, rejected_id text, tie boolean,
        source "FeedbackSource", rater text, comment text, user_hash text, session_id text, fingerprint text,
        created_at timestamptz, origin jsonb)
    ),
    placed AS (
      SELECT given.*, CASE WHEN preferred.there IS NULL THEN preferred_id WHEN rejected.there IS NULL THEN rejected_id END
        AS missing
      FROM given
      LEFT JOIN LATERAL (
        SELECT true AS there FROM interactions AS i
        WHERE (i.project_id, i.interaction_id) = (given.project_id, given.preferred_id) LIMIT 1
      ) AS preferred ON true
      LEFT JOIN LATERAL (
        SELECT true AS there FROM interactions AS i
        WHERE (i.project_id, i.interaction_id) = (given.project_id, given.rejected_id) LIMIT 1
      ) AS rejected ON true
    ),
    earlier AS (
      SELECT given.position, p.fingerprint, p.created_at FROM given CROSS JOIN LATERAL (
        SELECT p.fingerprint, p.created_at FROM preferences AS p
        WHERE (p.project_id, p.preference_id) = (given.project_id, given.preference_id) LIMIT 1
      ) AS p
    ),
    stored AS (
      INSERT INTO preferences AS p (project_id, preference_id, preferred_id, rejected_id, tie, source, rater, comment,
        user_hash, session_id, fingerprint, created_at)
      SELECT DISTINCT ON (project_id, preference_id) project_id, preference_id, preferred_id, rejected_id, tie, source,
        rater, comment, user_hash, session_id, decode(fingerprint, 'hex'), created_at
      FROM placed WHERE missing IS NULL ORDER BY project_id, preference_id, position
      ON CONFLICT (project_id, preference_id) DO NOTHING
      RETURNING p.project_id, p.preference_id, p.fingerprint, p.created_at
    ),
    ${keepOrigins(Prisma.sql`
      SELECT placed.project_id, placed.created_at, preferred_id, rater, origin
      FROM placed JOIN stored USING (project_id, preference_id)`)}
    SELECT placed.position::int AS position, placed.missing,
      COALESCE(stored.fingerprint, earlier.fingerprint) = decode(placed.fingerprint, 'hex') AS same,
      COALESCE(stored.created_at, earlier.created_at) AS at
    FROM placed
    LEFT JOIN stored USING (project_id, preference_id)
    LEFT JOIN earlier ON earlier.position = placed.position`;
  return settled.flatMap((row): [number, StoredPreference][] => {
    const outcome = outcomeOf(row);
    return outcome ? [[row.position, outcome]] : [];
  });
}

/** Null if another request stored the preference after our snapshot and before our insert. */
function outcomeOf({ missing, same, at }: Settled): StoredPreference | null {
  if (same === false) return { outcome: "id_reused" };
  if (same && at) return { outcome: "stored", at };
  return missing === null ? null : { outcome: "interaction_missing", missing };
}

/** Deletes a preference, even one pending for an interaction. Returns false if there is none with this ID. */
export async function deletePreference(projectId: string, preferenceId: string): Promise<boolean> {
  const [gone] = await db().$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM preferences
      WHERE (project_id, preference_id) = (${projectId}::uuid, ${preferenceId}) RETURNING 1
    ),
    awaited AS (
      DELETE FROM awaited_events
      WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'preference', ${preferenceId}) RETURNING 1
    )
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM awaited))::int AS count`;
  return (gone?.count ?? 0) > 0;
}

/** The preferred interaction of a preference, and its rater; null if there is no such preference. */
export async function findPreference(projectId: string, preferenceId: string): Promise<EventOrigin | null> {
  const [found] = await db().$queryRaw<EventOrigin[]>`
    SELECT preferred_id AS "interactionId", rejected_id AS "otherId", rater FROM preferences
    WHERE (project_id, preference_id) = (${projectId}::uuid, ${preferenceId})
    UNION ALL SELECT row->>'preferred_id', row->>'rejected_id', row->>'rater' FROM awaited_events
    WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'preference', ${preferenceId})`;
  return found ?? null;
}
