import type { Statements } from "#lib/platform/db/statements.ts";
import type { ExposureRow } from "./exposure-row.ts";

/** The result of storing an exposure. */
export interface StoredExposure {
  exposureId: string;
  at: Date;
}

/**
 * Stores exposures of any projects, one for each user and variant: the first since the experiment started, since earlier
 * ones do not count. New ones are marked, so that their users are counted again. Returns a result for each, in order.
 */
export async function insertExposures(
  tx: Statements,
  rows: readonly ExposureRow[],
): Promise<StoredExposure[]> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT DISTINCT ON (r.project_id, r.experiment, r.rater_key, r.variant) r.*
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r(project_id uuid, experiment text, rater_key text, variant text, exposed_at timestamptz)
      LEFT JOIN LATERAL (
        SELECT e.started_at FROM experiment AS e WHERE (e.project_id, e.experiment) = (r.project_id, r.experiment) LIMIT 1
      ) AS started ON true
      ORDER BY r.project_id, r.experiment, r.rater_key, r.variant, r.exposed_at < COALESCE(started_at, '-infinity'), r.exposed_at
    ),
    stored AS (
      INSERT INTO experiment_exposure AS e (project_id, experiment, rater_key, variant, exposed_at)
      SELECT project_id, experiment, rater_key, variant, exposed_at FROM given
      ON CONFLICT (project_id, experiment, rater_key, variant) DO UPDATE SET exposed_at = EXCLUDED.exposed_at
      WHERE (
        SELECT CASE WHEN (EXCLUDED.exposed_at < since) = (e.exposed_at < since) THEN EXCLUDED.exposed_at < e.exposed_at
          ELSE e.exposed_at < since END
        FROM (SELECT COALESCE((
          SELECT x.started_at FROM experiment AS x WHERE (x.project_id, x.experiment) = (e.project_id, e.experiment)
        ), '-infinity') AS since) AS begun
      )
      RETURNING e.project_id, e.exposed_at
    )
    INSERT INTO experiment_mark (project_id, minute)
    SELECT DISTINCT project_id, date_trunc('minute', exposed_at, 'UTC') FROM stored WHERE EXISTS (
      SELECT FROM experiment AS x WHERE x.project_id = stored.project_id AND x.state IN ('running', 'paused'))`;
  return rows.map(({ exposure_id: exposureId, exposed_at }) => ({ exposureId, at: new Date(exposed_at) }));
}
