import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import type { Experiment } from "./experiment.ts";

/** The latest answers of an experiment whose complaints are read. */
const COMPLAINTS_READ = 20_000;

/** What users complained about, by arm. */
export interface Complaints {
  /** Thumbs down of each arm. */
  arms: { variant: string; thumbsDown: number }[];
  /** Those of them that name a category. */
  categories: { variant: string; category: string; thumbsDown: number }[];
}

/** Counts the thumbs down and their categories on the latest answers of an experiment. */
export async function readComplaints(
  projectId: string,
  { experiment, arms, startedAt, endedAt }: Experiment,
  now: Date,
): Promise<Complaints> {
  if (!startedAt) return { arms: [], categories: [] };
  const project = Prisma.sql`${projectId}::uuid`;
  const variants = arms.map(({ variant }) => variant);
  const rows = await db().$queryRaw<{ variant: string; category: string | null; thumbsDown: number }[]>`
    WITH answers AS MATERIALIZED (
      SELECT interaction_id, variant FROM interactions
      WHERE project_id = ${project} AND experiment = ${experiment} AND variant = ANY(${variants}::text[])
        AND created_at >= ${startedAt.toISOString()}::text::timestamptz
        AND created_at <= ${(endedAt ?? now).toISOString()}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${COMPLAINTS_READ}
    ),
    downs AS MATERIALIZED (
      SELECT variant, rating_categories FROM answers
      CROSS JOIN LATERAL (
        SELECT rating_categories FROM feedback
        WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id AND source = 'user'
          AND rating_type = 'binary' AND rating_value = 0 AND ${notLeftOut(project)}
      ) AS said
    )
    SELECT variant, NULL AS category, count(*)::float8 AS "thumbsDown" FROM downs GROUP BY variant
    UNION ALL
    SELECT variant, category, count(*)::float8 FROM downs CROSS JOIN LATERAL unnest(rating_categories) AS category
    GROUP BY variant, category`;
  return {
    arms: rows.flatMap(({ category, ...arm }) => (category === null ? [arm] : [])),
    categories: rows.flatMap(({ category, ...arm }) => (category === null ? [] : [{ ...arm, category }])),
  };
}
