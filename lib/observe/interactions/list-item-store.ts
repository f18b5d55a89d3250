import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { EXCERPT, toExcerpt } from "./excerpt.ts";
import type { InteractionListItem } from "./interaction-query.ts";

type Line = Omit<InteractionListItem, "matches">;

/** Reads these interactions as list items, in the given order; deleted ones are left out. */
export async function readListItems(projectId: string, ids: readonly string[]): Promise<Line[]> {
  if (ids.length === 0) return [];
  const [rows, ratings, excerpts] = await Promise.all([
    db().interaction.findMany({ where: { projectId, interactionId: { in: [...ids] } }, select: lineFields }),
    readRatings(projectId, ids),
    readExcerpts(projectId, ids),
  ]);
  const lines = new Map(
    rows.map((row): [string, Line] => {
      const excerpt = excerpts.get(row.interactionId);
      const texts = { inputExcerpt: excerpt?.input ?? null, responseExcerpt: excerpt?.response ?? "" };
      return [row.interactionId, { ...row, ...texts, ...(ratings.get(row.interactionId) ?? unrated) }];
    }),
  );
  return ids.flatMap((id) => lines.get(id) ?? []);
}

const lineFields = {
  interactionId: true,
  createdAt: true,
  featureName: true,
  modelName: true,
  promptTemplate: true,
  promptVersion: true,
  responseLatencyMs: true,
} satisfies Prisma.InteractionSelect;

/** How many categories a list item shows. */
const CATEGORIES_MAX = 20;

type Ratings = Pick<
  Line,
  "thumbsUp" | "thumbsDown" | "stars" | "corrections" | "comments" | "categories" | "inBursts" | "leftOut"
>;

const unrated: Ratings = {
  thumbsUp: 0,
  thumbsDown: 0,
  stars: null,
  corrections: 0,
  comments: 0,
  categories: [],
  inBursts: 0,
  leftOut: 0,
};

/** Summarizes users' ratings of these interactions in the database. */
async function readRatings(projectId: string, ids: readonly string[]): Promise<Map<string, Ratings>> {
  const project = Prisma.sql`${projectId}::uuid`;
  const counted = notLeftOut(project);
  const rows = await db().$queryRaw<(Ratings & { id: string })[]>`
    SELECT wanted.id, said.*, flagged.* FROM unnest(${[...ids]}::text[]) AS wanted(id)
    CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1))::int AS "thumbsUp",
        (count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 0))::int AS "thumbsDown",
        (avg(rating_value) FILTER (WHERE rating_type = 'stars'))::float8 AS stars,
        (count(*) FILTER (WHERE rating_type = 'correction'))::int AS corrections,
        count(feedback_comment)::int AS comments
      FROM feedback WHERE (project_id, interaction_id) = (${projectId}::uuid, wanted.id)
        AND source = 'user' AND rating_type <> 'score' AND ${counted}
    ) AS said
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "inBursts", (count(*) FILTER (WHERE burst.left_out))::int AS "leftOut"
      FROM (
        SELECT f.burst_id FROM feedback AS f WHERE (f.project_id, f.interaction_id) = (${project}, wanted.id) OFFSET 0
      ) AS own
      JOIN bursts AS burst ON burst.project_id = ${project} AND burst.burst_id = own.burst_id
      WHERE own.burst_id IS NOT NULL AND burst.dismissed_at IS NULL
    ) AS flagged`;
  const categories = await db().$queryRaw<{ id: string; categories: string[] }[]>`
    SELECT wanted.id, ARRAY(
      SELECT DISTINCT name FROM feedback CROSS JOIN unnest(rating_categories) AS name
      WHERE (project_id, interaction_id) = (${projectId}::uuid, wanted.id) AND source = 'user' AND rating_type <> 'score'
        AND ${counted} LIMIT ${CATEGORIES_MAX}::int
    ) AS categories
    FROM unnest(${[...ids]}::text[]) AS wanted(id)`;
  const named = new Map(categories.map((row) => [row.id, row.categories]));
  return new Map(rows.map(({ id, ...said }) => [id, { ...said, categories: named.get(id) ?? [] }]));
}

interface Excerpt {
  id: string;
  input: string | null;
  response: string;
}

/** The beginnings of the texts, cut in the database: a page of complete ones can be twenty megabytes. */
export async function readExcerpts(
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, { input: string | null; response: string }>> {
  const rows = await db().$queryRaw<Excerpt[]>`
    SELECT interaction_id AS id, left(input, ${EXCERPT + 1}::int) AS input,
      left(response_text, ${EXCERPT + 1}::int) AS response
    FROM interactions WHERE project_id = ${projectId}::uuid AND interaction_id = ANY(${[...ids]}::text[])`;
  return new Map(
    rows.map(({ id, input, response }) => [
      id,
      { input: input === null ? null : toExcerpt(input), response: toExcerpt(response) },
    ]),
  );
}
