import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { NEW_WORDS_MAX } from "#lib/domain/searched.ts";
import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { SLOW_FROM } from "./facts.ts";
import { UNSPACED } from "./parse-search.ts";
import { SPACES, UNREAD } from "./signs.ts";

/**
 * How many characters of each text are indexed. Within these limits, the words fit into PostgreSQL's maximum
 * of a megabyte.
 */
const LENGTHS = { input: 10_000, response: 20_000, said: 10_000, prompt: 10_000 };

/** How many ratings, annotations and signals of an interaction are indexed. */
const HANGING = 500;

/** How many distinct categories of an interaction are indexed that the project has not listed. */
const INVENTED_MAX = 40;

/** The words of a text, prepared for PostgreSQL's parser. */
const wordsOf = (text: Prisma.Sql) => Prisma.sql`to_tsvector('simple',
  regexp_replace(translate(${text}, ${UNREAD}, ${SPACES}), ${`(${UNSPACED})`}, ' \\1 ', 'g'))`;

/** The words of the feedback, limited to a number of words that the answer's own texts do not contain. */
const firstNew = Prisma.sql`ts_delete(heard.words, ARRAY(
  SELECT lexeme FROM unnest(heard.words) WHERE lexeme NOT IN (SELECT unnest(tsvector_to_array(own.words)))
  ORDER BY positions[1], lexeme OFFSET ${NEW_WORDS_MAX}::int
))`;

/** Excluded feedback cannot be found either, except by its burst. */
const counted = notLeftOut(Prisma.sql`i.project_id`);

const rolledUp = Prisma.raw(
  ["month", "day", "hour"]
    .map((name, index) => {
      const seconds = [32 * 86_400, 86_400, 3_600][index];
      return `'=${name}:' || i.project_id || ':' || floor(extract(epoch FROM i.created_at) / ${seconds})::bigint`;
    })
    .join(", "),
);

const slow = Prisma.raw(
  SLOW_FROM.map((ms) => `CASE WHEN i.response_latency_ms >= ${ms} THEN '=slow:${ms}' END`).join(", "),
);

const ofDimensions = Prisma.raw(
  dimensionNames.map((name) => `'=${dimensions[name].word}:' || i.${dimensions[name].column}`).join(", "),
);

/** Builds or replaces the search documents of a project's interactions from their current state. */
export const writeDocuments = (tx: Transaction, projectId: string, ids: readonly string[]) =>
  tx.$executeRaw`
    INSERT INTO search_documents AS d (project_id, interaction_id, created_at, words)
    SELECT i.project_id, i.interaction_id, i.created_at,
      own.words || CASE WHEN length(heard.words) <= ${NEW_WORDS_MAX}::int THEN heard.words ELSE ${firstNew} END
      || array_to_tsvector(array_remove(ARRAY[
        ${rolledUp}, ${slow}, ${ofDimensions}, '=session:' || i.session_id, '=user:' || i.user_hash,
        CASE WHEN said.rated THEN '=rating:rated' ELSE '=rating:unrated' END,
        CASE WHEN marked.there THEN '=rating:annotated' END
      ] || said.facts || said.categories || done.facts || scored.facts || flagged.facts, NULL))
    FROM unnest(${[...ids]}::text[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT * FROM interactions WHERE (project_id, interaction_id) = (${projectId}::uuid, wanted.id) LIMIT 1
    ) AS i
    CROSS JOIN LATERAL (${ratings}) AS said
    CROSS JOIN LATERAL (${passages}) AS marked
    CROSS JOIN LATERAL (
      SELECT array_agg(DISTINCT '=signal:' || signal) AS facts FROM (
        SELECT signal FROM signals
        WHERE (project_id, interaction_id) = (i.project_id, i.interaction_id) AND ${counted} LIMIT ${HANGING}
      ) AS few
    ) AS done
    CROSS JOIN LATERAL (${scores}) AS scored
    CROSS JOIN LATERAL (${bursts}) AS flagged
    CROSS JOIN LATERAL (SELECT ${wordsOf(Prisma.sql`concat_ws(E'\n', left(i.input, ${LENGTHS.input}::int),
      left(i.response_text, ${LENGTHS.response}::int), left(i.prompt_text, ${LENGTHS.prompt}::int))`)} AS words OFFSET 0) AS own
    CROSS JOIN LATERAL (SELECT ${wordsOf(Prisma.sql`concat_ws(E'\n', left(said.words, ${LENGTHS.said}::int),
      left(marked.words, ${LENGTHS.said}::int))`)} AS words OFFSET 0) AS heard
    ON CONFLICT (project_id, interaction_id) DO UPDATE SET created_at = EXCLUDED.created_at, words = EXCLUDED.words`;

const ratings = Prisma.sql`
  SELECT string_agg(concat_ws(E'\n', left(few.feedback_comment, 2000), left(few.correction_text, 10000)), E'\n') AS words,
    bool_or(few.rating_type <> 'score') AS rated,
    array_agg(DISTINCT '=rating:' || CASE WHEN few.rating_type <> 'binary' THEN few.rating_type::text
      WHEN few.rating_value = 1 THEN 'up' ELSE 'down' END)
      || CASE WHEN bool_or(few.feedback_comment IS NOT NULL AND few.rating_type <> 'score') THEN ARRAY['=rating:comment'] END AS facts,
    (SELECT array_agg('=category:' || name) FROM (
      SELECT name FROM (
        SELECT name, listed, row_number() OVER (PARTITION BY listed) AS place FROM (
          SELECT DISTINCT name, name = ANY (ARRAY(
            SELECT c.name FROM categories AS c WHERE c.project_id = i.project_id AND c.listed
          )) AS listed
          FROM feedback AS f CROSS JOIN unnest(f.rating_categories) AS name
          WHERE (f.project_id, f.interaction_id) = (i.project_id, i.interaction_id) AND f.source = 'user'
            AND f.rating_type <> 'score' AND ${counted} AND name <> ''
        ) AS named
      ) AS placed WHERE listed OR place <= ${INVENTED_MAX}
    ) AS names) AS categories
  FROM (
    SELECT rating_type, rating_value, feedback_comment, correction_text FROM feedback
    WHERE (project_id, interaction_id) = (i.project_id, i.interaction_id) AND source = 'user' AND ${counted} LIMIT ${HANGING}
  ) AS few`;

/** Users' scores by name and target, with and without their label. */
const scores = Prisma.sql`
  SELECT array_agg(DISTINCT '=score:' || fact) AS facts FROM (
    SELECT jsonb_build_array(score_name, CASE WHEN scored_session = '' THEN 'interaction' ELSE 'session' END) AS key,
      COALESCE(score_label, CASE WHEN score_type = 'boolean' THEN (score_value = 1)::text END) AS label
    FROM feedback WHERE (project_id, interaction_id) = (i.project_id, i.interaction_id)
      AND rating_type = 'score' AND source = 'user' AND ${counted} LIMIT ${HANGING}
  ) AS few
  CROSS JOIN LATERAL (
    VALUES (key::text), (CASE WHEN label IS NOT NULL THEN (key || jsonb_build_array(label))::text END)
  ) AS facts(fact)`;

const passages = Prisma.sql`
  SELECT string_agg(left(few.comment, 2000), E'\n') AS words, count(*) > 0 AS there FROM (
    SELECT comment FROM annotations
    WHERE (project_id, interaction_id) = (i.project_id, i.interaction_id) AND ${counted} LIMIT ${HANGING}
  ) AS few`;

/** The bursts that ratings belong to. */
const bursts = Prisma.sql`
  SELECT array_agg('=burst:' || few.burst_id) AS facts FROM (
    SELECT DISTINCT own.burst_id FROM (
      SELECT f.burst_id FROM feedback AS f
      WHERE (f.project_id, f.interaction_id) = (i.project_id, i.interaction_id) OFFSET 0
    ) AS own WHERE own.burst_id IS NOT NULL LIMIT ${HANGING}
  ) AS few`;
