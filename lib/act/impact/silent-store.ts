import { Prisma } from "#lib/platform/db/client.ts";

/**
 * SQL: why nobody is told of an improvement, as a column of `improvement`; null where they are. Its problem came back, its
 * prompt version was rolled back to one from before it, or its answers are rated worse.
 */
export const silentReason = Prisma.sql`CASE
  WHEN improvement.source = 'problem' AND NOT EXISTS (
    SELECT FROM problem WHERE problem.project_id = improvement.project_id
      AND problem.problem_id = improvement.problem_id AND problem.state IN ('fixed', 'verified', 'faded')
  ) THEN 'problem_back'
  WHEN improvement.source = 'prompt_version' AND NOT EXISTS (
    SELECT FROM prompt_label AS label
    JOIN prompt_version AS now USING (project_id, template, version)
    JOIN prompt_version AS own ON own.project_id = now.project_id AND own.template = now.template
      AND own.version = improvement.version
    WHERE label.project_id = improvement.project_id AND label.template = improvement.template
      AND label.label = 'production' AND now.created_at >= own.created_at
  ) THEN 'rolled_back'
  WHEN improvement.claim->>'verdict' = 'worse' THEN 'rated_worse'
END`;
