import { Prisma } from "#lib/platform/db/client";
import { DIMENSIONS } from "./cubes-store.ts";

/**
 * What is counted by name, one row for each occurrence, of the CTEs `answers` and `ratings` of countSlices. A category
 * counts once a rating, however often it names it, beside a thumbs-down or beside any other rating; what a correction
 * did likewise.
 */
export const partsOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${DIMENSIONS}, part.kind, part.name
  FROM ratings
  CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT DISTINCT category FROM unnest(rating_categories) AS category ORDER BY 1) AS categories OFFSET 0
  ) AS named
  CROSS JOIN LATERAL (
    SELECT 'edit_kind' AS kind, unnest(edit_kinds) AS name
    UNION ALL SELECT CASE WHEN rating_type = 'binary' AND rating_value = 0 THEN 'category_down' ELSE 'category_else' END,
      unnest(categories)
    UNION ALL SELECT 'category_pair', jsonb_build_array(one, other)::text
      FROM unnest(categories) AS one, unnest(categories) AS other WHERE one < other
  ) AS part
  UNION ALL
  SELECT ${DIMENSIONS}, 'signal', signal.signal::text
  FROM answers
  CROSS JOIN LATERAL (
    SELECT signal FROM signals WHERE project_id = ${project} AND signals.interaction_id = answers.interaction_id OFFSET 0
  ) AS signal`;
