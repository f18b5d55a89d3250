import { BEYOND } from "#lib/domain/beyond";
import { Prisma } from "#lib/platform/db/client";
import { DIMENSIONS } from "./cubes-store.ts";

/** What stands for a category: itself where the project lists it. The list is read once a statement. */
const listedOrBeyond = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN category = ANY (ARRAY(SELECT name FROM categories WHERE project_id = ${project} AND listed)) THEN category
    ELSE ${Prisma.raw(`'${BEYOND}'`)} END`;

/**
 * What is counted by name, one row for each occurrence with its value where it has one, of the CTEs `answers` and
 * `ratings` of countSlices. A category counts once a rating, however often it names it, beside a thumbs-down or beside
 * any other rating; what a correction did likewise. Clients name categories as they like: those that the project does not
 * list are one, and have no pairs.
 */
export const partsOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${DIMENSIONS}, part.kind, part.name, NULL::float8 AS value
  FROM ratings
  CROSS JOIN LATERAL (
    SELECT ARRAY(
      SELECT DISTINCT ${listedOrBeyond(project)} FROM unnest(rating_categories) AS category ORDER BY 1
    ) AS categories OFFSET 0
  ) AS named
  CROSS JOIN LATERAL (
    SELECT 'edit_kind' AS kind, unnest(edit_kinds) AS name
    UNION ALL SELECT CASE WHEN rating_type = 'binary' AND rating_value = 0 THEN 'category_down' ELSE 'category_else' END,
      unnest(categories)
    UNION ALL SELECT 'category_pair', jsonb_build_array(one, other)::text
      FROM unnest(categories) AS one, unnest(categories) AS other
      WHERE one < other AND ${Prisma.raw(`'${BEYOND}'`)} NOT IN (one, other)
  ) AS part
  UNION ALL
  SELECT ${DIMENSIONS}, 'signal', signal.signal::text, NULL
  FROM answers
  CROSS JOIN LATERAL (
    SELECT signal FROM signals WHERE project_id = ${project} AND signals.interaction_id = answers.interaction_id OFFSET 0
  ) AS signal
  UNION ALL ${scoreParts(project)}`;

/**
 * Scores by name, by what they are about and by who gave them: every value, of a category or a boolean by its label, and
 * each answer once for its name and once for each of its labels. The names are those of score-part.ts.
 */
const scoreParts = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${DIMENSIONS}, part.kind, part.name, part.value
  FROM answers
  CROSS JOIN LATERAL (
    SELECT key, key || jsonb_build_array(label) AS labelled, value,
      row_number() OVER (PARTITION BY key) = 1 AS first, row_number() OVER (PARTITION BY key, label) = 1 AS first_labelled
    FROM (
      SELECT jsonb_build_array(score_name, CASE WHEN scored_session = '' THEN 'interaction' ELSE 'session' END, source)
          AS key, score_value AS value,
        COALESCE(score_label, CASE WHEN score_type = 'boolean' THEN (score_value = 1)::text END, '') AS label
      FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id
        AND rating_type = 'score' OFFSET 0
    ) AS given
  ) AS score
  CROSS JOIN LATERAL (
    SELECT 'score' AS kind, labelled::text AS name, value
    UNION ALL SELECT 'score_answer', key::text, NULL WHERE first
    UNION ALL SELECT 'score_answer', labelled::text, NULL WHERE first_labelled
  ) AS part`;
