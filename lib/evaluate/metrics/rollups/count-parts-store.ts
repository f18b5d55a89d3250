import { BEYOND } from "#lib/domain/beyond.ts";
import { CATEGORIES_PAIRED_MAX } from "#lib/domain/category.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { DIMENSIONS } from "./cubes-store.ts";

/** The value a category is counted under: itself if the project lists it. The list is read once per statement. */
const listedOrBeyond = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN category = ANY (ARRAY(SELECT name FROM categories WHERE project_id = ${project} AND listed)) THEN category
    ELSE ${Prisma.raw(`'${BEYOND}'`)} END`;

/**
 * CTEs with one row, `numbers`: the numbers under which slices keep the names of `counted_parts`, as an object. What has none yet
 * is given one; who counts holds the project's lock. It is looked up, not joined, as the planner knows of none of it.
 */
export const numbersOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  named AS MATERIALIZED (SELECT DISTINCT kind, name FROM counted_parts),
  known AS MATERIALIZED (
    SELECT kind, name, found.name_id FROM named LEFT JOIN LATERAL (
      SELECT name_id FROM metric_names WHERE (project_id, kind, name) = (${project}, named.kind, named.name) OFFSET 0
    ) AS found ON true
  ),
  added AS (
    INSERT INTO metric_names (project_id, kind, name) SELECT ${project}, kind, name FROM known WHERE name_id IS NULL
    RETURNING kind, name, name_id
  ),
  numbers AS MATERIALIZED (
    SELECT COALESCE(jsonb_object_agg(kind || ' ' || name, name_id), '{}') AS by_name
    FROM (SELECT * FROM known WHERE name_id IS NOT NULL UNION ALL SELECT * FROM added) AS every
  )`;

/**
 * What is counted by name, one row for each occurrence with its value where it has one, of the CTEs of factsOf. A category
 * counts once a rating, however often it names it, beside a thumbs-down or beside any other rating; what a correction did
 * likewise. Clients name categories as they like: those that the project does not list are one, and have no pairs,
 * nor has a rating that names many.
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
        AND cardinality(array_remove(categories, ${Prisma.raw(`'${BEYOND}'`)})) <= ${Prisma.raw(String(CATEGORIES_PAIRED_MAX))}
  ) AS part
  UNION ALL
  SELECT ${DIMENSIONS}, 'signal', signal.signal::text, NULL
  FROM answers
  CROSS JOIN LATERAL (
    SELECT signal FROM signals WHERE project_id = ${project} AND signals.interaction_id = answers.interaction_id
      AND ${notLeftOut(project)} OFFSET 0
  ) AS signal
  UNION ALL ${scoreParts}`;

/**
 * The values of scores by name, by what they are about, by who gave them and, of a category or a boolean, by their label.
 * The names are those of score-part.ts.
 */
const scoreParts = Prisma.sql`
  SELECT ${DIMENSIONS}, 'score', jsonb_build_array(score_name,
      CASE WHEN scored_session = '' THEN 'interaction' ELSE 'session' END, source,
      COALESCE(score_label, CASE WHEN score_type = 'boolean' THEN (score_value = 1)::text END, ''))::text, score_value
  FROM said WHERE rating_type = 'score'`;
