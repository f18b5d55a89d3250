import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { anyWord } from "./any-word.ts";
import { type Excerpt, markedExcerpt } from "./marked-excerpt.ts";
import type { WordQuery } from "./query-store.ts";
import { SIGNS, STAND_INS } from "./signs.ts";

/** How many characters of each text are searched for an excerpt. */
const LOOKED_THROUGH = 10_000;

/** Where the search terms occur in one interaction: one excerpt for each text that contains them. */
export interface Matches {
  input: Excerpt | null;
  response: Excerpt | null;
  said: Excerpt | null;
  prompt: Excerpt | null;
}

/**
 * The beginning of a text with stand-ins for special characters; removes characters that would be mistaken
 * for one of them or for a mark.
 */
const cut = (text: string) =>
  Prisma.sql`translate(left(${Prisma.raw(text)}, ${LOOKED_THROUGH}::int), ${SIGNS + MARKS + STAND_INS}, ${STAND_INS})`;

/** What PostgreSQL puts before and after a matching word. */
const MARKS = "\u0001\u0002";

/**
 * How much of PostgreSQL's excerpt to read around the first mark, and how much before it: its words can be as
 * long as the text.
 */
const [SHOWN, BEFORE] = [800, 200];

/** SQL of the excerpt of a text with the search terms. */
const headline = (text: string) =>
  Prisma.sql`(SELECT substr(shown, greatest(position(E'\\x01' IN shown) - ${BEFORE}::int, 1), ${SHOWN}::int)
    FROM (SELECT ts_headline('simple', ${Prisma.raw(text)}, words, how) AS shown OFFSET 0) AS marked)`;

type Row = { id: string } & Record<keyof Matches, string | null>;

/** Where the search terms occur in these interactions. */
export async function readMatches(
  projectId: string,
  ids: readonly string[],
  { query }: WordQuery,
): Promise<Map<string, Matches>> {
  const words = anyWord(query);
  if (words === "" || ids.length === 0) return new Map();
  const counted = notLeftOut(Prisma.sql`i.project_id`);
  const rows = await db().$queryRaw<Row[]>`
    WITH asked AS MATERIALIZED (
      SELECT ${words}::tsquery AS words,
        E'StartSel="\\x01", StopSel="\\x02", FragmentDelimiter=" … ", MaxFragments=2, MaxWords=18, MinWords=8, ShortWord=0' AS how
    ),
    texts AS MATERIALIZED (
      SELECT i.interaction_id AS id, ${cut("i.input")} AS input, ${cut("i.response_text")} AS response,
        ${cut("said.words")} AS said, ${cut("i.prompt_text")} AS prompt
      FROM unnest(${[...ids]}::text[]) AS wanted(id)
      CROSS JOIN LATERAL (
        SELECT * FROM interactions WHERE (project_id, interaction_id) = (${projectId}::uuid, wanted.id) LIMIT 1
      ) AS i
      CROSS JOIN LATERAL (SELECT string_agg(text, E'\n') AS words FROM (
        (SELECT concat_ws(E'\n', left(feedback_comment, 2000), left(correction_text, 10000)) AS text FROM feedback
          WHERE (project_id, interaction_id) = (i.project_id, i.interaction_id) AND source = 'user' AND ${counted} LIMIT 100)
        UNION ALL (SELECT left(comment, 2000) FROM annotations
          WHERE (project_id, interaction_id) = (i.project_id, i.interaction_id) AND ${counted} LIMIT 100)
      ) AS texts) AS said
    )
    SELECT id, ${headline("input")} AS input, ${headline("response")} AS response, ${headline("said")} AS said,
      ${headline("prompt")} AS prompt
    FROM texts, asked`;
  return new Map(rows.map(({ id, ...texts }) => [id, matchesOf(texts)]));
}

const matchesOf = (texts: Record<keyof Matches, string | null>): Matches => ({
  input: markedExcerpt(texts.input),
  response: markedExcerpt(texts.response),
  said: markedExcerpt(texts.said),
  prompt: markedExcerpt(texts.prompt),
});
