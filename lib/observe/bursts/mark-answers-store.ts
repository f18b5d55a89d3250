import { Prisma } from "#lib/platform/db/client.ts";

/**
 * CTEs that mark answers to be recounted and reindexed, for the statement that changes what counts on them.
 * The answers and their times are in `answers`.
 * @param changed a query of their IDs.
 */
export const markAnswers = (project: Prisma.Sql, changed: Prisma.Sql): Prisma.Sql => Prisma.sql`
  answers AS MATERIALIZED (
    SELECT changed.interaction_id, answer.created_at FROM (${changed}) AS changed
    CROSS JOIN LATERAL (
      SELECT i.created_at FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${project}, changed.interaction_id) LIMIT 1
    ) AS answer
  ),
  counted AS (
    INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT ${project}, date_trunc('minute', created_at, 'UTC') FROM answers
  ),
  indexed AS (
    INSERT INTO search_marks (project_id, minute, interaction_id)
    SELECT ${project}, date_trunc('minute', created_at, 'UTC'), interaction_id FROM answers
  )`;
