import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** How often a theme is met in a window. */
export interface ThemeCount {
  themeId: string;
  /** Its texts, and the answers and users that they are of. */
  n: number;
  interactions: number;
  users: number;
}

/** The negative texts of a window's answers. */
export interface ThemeCounts {
  /** All negative texts, also those in no theme. */
  total: number;
  /** Most texts first. Themes that were hidden are among them. */
  themes: ThemeCount[];
}

/** SQL: the negative texts on a window's answers, aliased as `text`, with their answers as `answer`. */
function textsIn(projectId: string, window: AnswerWindow): Prisma.Sql {
  const asked = dimensionNames.flatMap((name) => {
    const value = window[name];
    if (value === undefined) return [];
    const column = Prisma.sql`answer.${Prisma.raw(dimensions[name].column)}`;
    return [value === "" ? Prisma.sql`AND ${column} IS NULL` : Prisma.sql`AND ${column} = ${value}`];
  });
  return Prisma.sql`
    theme_text AS text JOIN interactions AS answer
      ON answer.project_id = text.project_id AND answer.interaction_id = text.interaction_id
    WHERE text.project_id = ${projectId}::uuid AND text.answered_at >= ${window.from.toISOString()}::text::timestamptz
      AND text.answered_at < ${window.to.toISOString()}::text::timestamptz
      AND ${stillCounts(projectId)}
      ${asked.length > 0 ? Prisma.join(asked, " ") : Prisma.empty}`;
}

/** SQL: what the project leaves out with a burst counts for nothing, from the moment on at which it does so. */
function stillCounts(projectId: string): Prisma.Sql {
  const project = Prisma.sql`${projectId}::uuid`;
  return Prisma.sql`(
    EXISTS (SELECT FROM feedback AS given WHERE (given.project_id, given.feedback_id) = (${project}, text.feedback_id)
      AND ${notLeftOut(project, "given")})
    OR EXISTS (SELECT FROM annotations AS mark WHERE (mark.project_id, mark.annotation_id) = (${project}, text.annotation_id)
      AND ${notLeftOut(project, "mark")}))`;
}

/** How often each theme is met in a window. */
export async function countThemes(projectId: string, window: AnswerWindow): Promise<ThemeCounts> {
  const rows = await db().$queryRaw<(Omit<ThemeCount, "themeId"> & { themeId: string | null })[]>`
    SELECT text.theme_id::text AS "themeId", count(*)::int AS n,
      count(DISTINCT text.interaction_id)::int AS interactions, count(DISTINCT text.rater)::int AS users
    FROM ${textsIn(projectId, window)}
    GROUP BY text.theme_id ORDER BY n DESC, text.theme_id`;
  return {
    total: rows.reduce((sum, { n }) => sum + n, 0),
    themes: rows.flatMap(({ themeId, ...counts }) => (themeId === null ? [] : [{ themeId, ...counts }])),
  };
}

/** How many texts of a theme are on the answers of a day. */
export interface ThemeDay {
  /** Null for all negative texts. */
  themeId: string | null;
  day: string;
  n: number;
}

/** The texts of each theme, and all texts, by the local days of their answers; days without any are not among them. */
export function countThemeDays(projectId: string, window: AnswerWindow, tz: string): Promise<ThemeDay[]> {
  return db().$queryRaw<ThemeDay[]>`
    SELECT texts.theme AS "themeId", texts.day, sum(texts.n)::int AS n FROM (
      SELECT unnest(ARRAY[text.theme_id::text, NULL]) AS theme, text.day, text.n, unnest(ARRAY[text.theme_id IS NOT NULL, true]) AS counts
      FROM (
        SELECT text.theme_id, to_char(text.answered_at AT TIME ZONE ${tz}, 'YYYY-MM-DD') AS day, count(*) AS n
        FROM ${textsIn(projectId, window)} GROUP BY 1, 2
      ) AS text
    ) AS texts
    WHERE texts.counts GROUP BY 1, 2 ORDER BY 2`;
}

/** A text of a theme, with its answer. */
export interface ThemeExample {
  themeId: string;
  interactionId: string;
  /** The comment, the highlighted passage, or the answer as it was edited. */
  text: string;
  /** What a comment on a highlight is about. */
  quote: string | null;
  featureName: string;
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  answeredAt: Date;
}

/** Most characters of an example. */
const EXAMPLE_MAX = 400;

/** The newest texts of each of these themes, at most one of a user, as they were given. */
export function themeExamples(
  projectId: string,
  window: AnswerWindow,
  { themeIds, most }: { themeIds: readonly string[]; most: number },
): Promise<ThemeExample[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return db().$queryRaw<ThemeExample[]>`
    SELECT one.theme_id::text AS "themeId", one.interaction_id AS "interactionId",
      left(coalesce(CASE WHEN one.text_id LIKE 'edit:%' THEN given.correction_text ELSE given.feedback_comment END,
        mark.comment, mark.quote_exact, ''), ${EXAMPLE_MAX}::int) AS text,
      CASE WHEN mark.comment IS NOT NULL THEN left(mark.quote_exact, ${EXAMPLE_MAX}::int) END AS quote,
      one.feature_name AS "featureName", one.model_name AS "modelName", one.prompt_template AS "promptTemplate",
      one.prompt_version AS "promptVersion", one.answered_at AS "answeredAt"
    FROM (
      SELECT by_user.*, row_number() OVER (
        PARTITION BY by_user.theme_id ORDER BY by_user.answered_at DESC, by_user.text_id) AS place
      FROM (
        SELECT DISTINCT ON (text.theme_id, text.rater) text.*, answer.feature_name, answer.model_name,
          answer.prompt_template, answer.prompt_version
        FROM ${textsIn(projectId, window)} AND text.theme_id = ANY (${[...themeIds]}::uuid[])
        ORDER BY text.theme_id, text.rater, text.answered_at DESC, text.text_id
      ) AS by_user
    ) AS one
    LEFT JOIN feedback AS given ON (given.project_id, given.feedback_id) = (${project}, one.feedback_id)
    LEFT JOIN annotations AS mark ON (mark.project_id, mark.annotation_id) = (${project}, one.annotation_id)
    WHERE one.place <= ${most}::int ORDER BY one.theme_id, one.place`;
}

/** How many of a theme's texts, and of all negative texts, are on answers of one value of a dimension. */
export interface ThemePlace {
  by: "feature" | "model" | "prompt";
  /** For a prompt, its template; null where the answers have none. */
  name: string | null;
  version: string | null;
  n: number;
  all: number;
}

/** Where a theme is met: by feature, model and prompt version. */
export function themePlaces(projectId: string, window: AnswerWindow, themeId: string): Promise<ThemePlace[]> {
  return db().$queryRaw<ThemePlace[]>`
    SELECT place.by, place.name, place.version, (count(*) FILTER (WHERE text.theme_id = ${themeId}::uuid))::int AS n,
      count(*)::int AS "all"
    FROM (SELECT text.theme_id, answer.feature_name, answer.model_name, answer.prompt_template, answer.prompt_version
      FROM ${textsIn(projectId, window)}) AS text
    CROSS JOIN LATERAL (VALUES
      ('feature', text.feature_name, NULL), ('model', text.model_name, NULL),
      ('prompt', text.prompt_template, text.prompt_version)) AS place (by, name, version)
    GROUP BY place.by, place.name, place.version ORDER BY n DESC, count(*) DESC, place.name, place.version`;
}
