import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** Which answers are read: of two versions of a prompt, from `since` (inclusive) to `until` (exclusive). */
export interface VersionWindow {
  projectId: string;
  promptTemplate: string;
  versions: readonly string[];
  since: Date;
  until: Date;
}

/** The thumbs of a prompt version, added up over its users. */
export interface VersionUsers {
  version: string;
  /** Users who saw an answer, and those of them who rated anything. */
  exposed: number;
  responders: number;
  /** Thumbs, and those up; over users, the sums of the squares of both and of their products. */
  thumbs: number;
  thumbsUp: number;
  squaredThumbs: number;
  squaredUp: number;
  products: number;
  /** Users with thumbs; the share of each that is up, as a sum and as a sum of squares. */
  n: number;
  sum: number;
  sumSquares: number;
}

/**
 * The thumbs of prompt versions by user, from the answers themselves: it costs as much as the window has answers, which are
 * read in the order of time. An answer of nobody's counts as one user's, as nothing tells whose others are.
 */
export function readVersionUsers({
  projectId,
  promptTemplate,
  versions,
  since,
  until,
}: VersionWindow): Promise<VersionUsers[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return db().$queryRaw`
    WITH answers AS MATERIALIZED (
      SELECT version, rater_key, interaction_id FROM (
        SELECT interaction_id, prompt_template, prompt_version AS version,
          COALESCE('user:' || user_hash, 'session:' || session_id, 'answer:' || interaction_id) AS rater_key
        FROM interactions WHERE project_id = ${project} AND created_at >= ${since.toISOString()}::text::timestamptz
          AND created_at < ${until.toISOString()}::text::timestamptz ORDER BY created_at OFFSET 0
      ) AS every WHERE prompt_template = ${promptTemplate} AND version = ANY(${[...versions]}::text[])
    ),
    users AS (
      SELECT version, rater_key, sum(said.ratings) AS ratings, sum(said.thumbs) AS thumbs, sum(said.up) AS up
      FROM answers CROSS JOIN LATERAL (
        SELECT count(*) AS ratings, count(*) FILTER (WHERE rating_type = 'binary') AS thumbs,
          count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1) AS up
        FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id
          AND source = 'user' AND rating_type <> 'score' AND ${notLeftOut(project)}
      ) AS said
      GROUP BY version, rater_key
    )
    SELECT version, count(*)::float8 AS exposed, (count(*) FILTER (WHERE ratings > 0))::float8 AS responders,
      sum(thumbs)::float8 AS thumbs, sum(up)::float8 AS "thumbsUp", sum(thumbs * thumbs)::float8 AS "squaredThumbs",
      sum(up * up)::float8 AS "squaredUp", sum(thumbs * up)::float8 AS products, (count(*) FILTER (WHERE thumbs > 0))::float8 AS n,
      COALESCE(sum(up::float8 / NULLIF(thumbs, 0)), 0) AS sum,
      COALESCE(sum((up::float8 / NULLIF(thumbs, 0)) ^ 2), 0) AS "sumSquares"
    FROM users GROUP BY version`;
}

/** How many answers a version had on a day (UTC). */
export interface VersionDay {
  version: string;
  day: Date;
  interactions: number;
}

/** The days on which prompt versions had answers, from rollups. */
export const readVersionDays = ({
  projectId,
  promptTemplate,
  versions,
  since,
  until,
}: VersionWindow): Promise<VersionDay[]> => db().$queryRaw`
  SELECT prompt_version AS version, start AS day, sum(interactions)::float8 AS interactions FROM metric_slices
  WHERE project_id = ${projectId}::uuid AND cube = 'prompt' AND width = 'day'
    AND start >= date_trunc('day', ${since.toISOString()}::text::timestamptz, 'UTC')
    AND start < ${until.toISOString()}::text::timestamptz
    AND prompt_template = ${promptTemplate} AND prompt_version = ANY(${[...versions]}::text[])
  GROUP BY prompt_version, start`;
