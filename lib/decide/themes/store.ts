import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { GivenText } from "./given-text.ts";
import type { FoundTheme } from "./group-texts.ts";
import type { KnownTheme } from "./match-themes.ts";
import { type Theme, themeTermsSchema } from "./theme.ts";
import { titleOf } from "./title-of.ts";

const shape = {
  ...{ themeId: true, voice: true, language: true, terms: true, title: true, description: true },
  ...{ namedBy: true, namer: true, firstSeen: true, lastSeen: true, hiddenAt: true },
} as const;

type Row = Prisma.ThemeGetPayload<{ select: typeof shape }>;

const toTheme = (row: Row): Theme => ({ ...row, terms: themeTermsSchema.parse(row.terms) });

/** Most themes of a project that are kept in mind to be found again, those found last. */
const KNOWN_MAX = 1_000;

/** The themes of a project with what tells that one is the same. */
export async function knownThemes(projectId: string): Promise<KnownTheme[]> {
  const [rows, texts] = await Promise.all([
    db().theme.findMany({
      where: { projectId },
      select: shape,
      orderBy: { lastSeen: "desc" },
      take: KNOWN_MAX,
    }),
    db().$queryRaw<{ themeId: string; textIds: string[] }[]>`
      SELECT theme_id::text AS "themeId", array_agg(text_id) AS "textIds" FROM theme_text
      WHERE project_id = ${projectId}::uuid AND theme_id IS NOT NULL GROUP BY theme_id`,
  ]);
  const textIds = new Map(texts.map((row) => [row.themeId, row.textIds]));
  return rows.map((row) => ({ ...toTheme(row), textIds: textIds.get(row.themeId) ?? [] }));
}

/** A theme as it was found, and the one on record that it continues. */
export interface MatchedTheme extends FoundTheme {
  themeId: string | null;
}

/** A text that was grouped. */
type GroupedText = Pick<GivenText, "textId" | "rater"> & {
  interactionId: string;
  feedbackId: string | null;
  annotationId: string | null;
  answeredAt: Date;
};

/** What was grouped, and what came of it. */
export interface Grouped {
  themes: readonly MatchedTheme[];
  texts: readonly GroupedText[];
  /** All texts that were given since then are among them. */
  since: { feedback: Date; annotations: Date };
  fingerprint: string;
  at: Date;
}

/**
 * Puts themes and their texts on record. A theme that a person or a model named keeps its title. What is no negative text any
 * more, and themes without any text, go.
 */
export async function recordThemes(projectId: string, grouped: Grouped): Promise<void> {
  await db().$transaction(async (tx) => {
    const ids = await writeThemes(tx, projectId, grouped);
    const themeOf = new Map(
      grouped.themes.flatMap(({ textIds }, index) => textIds.map((id) => [id, ids[index] ?? null] as const)),
    );
    await writeTexts(tx, projectId, grouped, themeOf);
    await tx.$executeRaw`
      DELETE FROM theme WHERE project_id = ${projectId}::uuid AND NOT EXISTS (
        SELECT FROM theme_text AS text WHERE text.project_id = theme.project_id AND text.theme_id = theme.theme_id)`;
    const look = { lookedAt: grouped.at, fingerprint: grouped.fingerprint, texts: grouped.texts.length };
    await tx.themeLook.upsert({ where: { projectId }, create: { projectId, ...look }, update: look });
  }, TRANSACTION_TIMES);
}

async function writeThemes(tx: Transaction, projectId: string, { themes, at }: Grouped): Promise<string[]> {
  const ids: string[] = [];
  for (const { themeId, terms, title, voice, language } of themes) {
    const own = { terms: terms.map((term) => ({ ...term })), lastSeen: at };
    if (themeId === null) {
      const made = { projectId, themeId: newId(), voice, language, title, firstSeen: at, ...own };
      await tx.theme.create({ data: made });
      ids.push(made.themeId);
    } else {
      await tx.theme.updateMany({ where: { projectId, themeId }, data: own });
      await tx.theme.updateMany({ where: { projectId, themeId, namedBy: "terms" }, data: { title } });
      ids.push(themeId);
    }
  }
  return ids;
}

async function writeTexts(
  tx: Transaction,
  projectId: string,
  { texts, since }: Grouped,
  themeOf: ReadonlyMap<string, string | null>,
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const ids = texts.map(({ textId }) => textId);
  const from = (at: Date) => Prisma.sql`${at.toISOString()}::text::timestamptz`;
  await tx.$executeRaw`
    DELETE FROM theme_text AS text USING feedback AS given WHERE text.project_id = ${project}
      AND (given.project_id, given.feedback_id) = (${project}, text.feedback_id)
      AND given.created_at >= ${from(since.feedback)} AND text.text_id <> ALL (${ids})`;
  await tx.$executeRaw`
    DELETE FROM theme_text AS text USING annotations AS given WHERE text.project_id = ${project}
      AND (given.project_id, given.annotation_id) = (${project}, text.annotation_id)
      AND given.created_at >= ${from(since.annotations)} AND text.text_id <> ALL (${ids})`;
  const rows = texts.map(({ textId, rater, interactionId, feedbackId, annotationId, answeredAt }) => ({
    ...{
      text_id: textId,
      rater,
      interaction_id: interactionId,
      feedback_id: feedbackId,
      annotation_id: annotationId,
    },
    ...{ theme_id: themeOf.get(textId) ?? null, answered_at: answeredAt.toISOString() },
  }));
  // What was withdrawn meanwhile is not there any more.
  await tx.$executeRaw`
    INSERT INTO theme_text (project_id, text_id, theme_id, interaction_id, feedback_id, annotation_id, rater, answered_at)
    SELECT ${project}, text.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS text (
      text_id text, theme_id uuid, interaction_id text, feedback_id text, annotation_id text, rater text,
      answered_at timestamptz)
    WHERE EXISTS (SELECT FROM feedback AS given WHERE (given.project_id, given.feedback_id) = (${project}, text.feedback_id))
      OR EXISTS (SELECT FROM annotations AS given
        WHERE (given.project_id, given.annotation_id) = (${project}, text.annotation_id))
    ON CONFLICT (project_id, text_id) DO UPDATE SET theme_id = excluded.theme_id, answered_at = excluded.answered_at,
      rater = excluded.rater`;
}

/** A theme. @throws Problem 404 where there is none. */
export async function findTheme(projectId: string, themeId: string): Promise<Theme> {
  const row = await db().theme.findUnique({
    where: { projectId_themeId: { projectId, themeId } },
    select: shape,
  });
  if (row) return toTheme(row);
  throw new Problem(
    "not_found",
    "Theme not found. It may have been removed because all of its texts were deleted.",
  );
}

/** The themes with these ids. */
export async function themesWithIds(projectId: string, ids: readonly string[]): Promise<Theme[]> {
  const rows = await db().theme.findMany({ where: { projectId, themeId: { in: [...ids] } }, select: shape });
  return rows.map(toTheme);
}

/** What a person changes of a theme. */
export interface ThemeChange {
  /** Null for the title of its terms. */
  title?: string | null;
  hidden?: boolean;
}

/**
 * Renames, hides or shows a theme.
 * @throws Problem 404 where there is none.
 */
export async function changeTheme(
  projectId: string,
  themeId: string,
  { title, hidden }: ThemeChange,
  by: { name: string; at: Date },
): Promise<Theme> {
  const { voice, terms, language } = await findTheme(projectId, themeId);
  const named =
    title === undefined
      ? {}
      : title === null
        ? {
            title: titleOf(voice, terms, [], language),
            namedBy: "terms" as const,
            namer: null,
            askedTerms: [],
          }
        : { title, namedBy: "person" as const, namer: by.name };
  const data = { ...named, ...(hidden === undefined ? {} : { hiddenAt: hidden ? by.at : null }) };
  await db().theme.updateMany({ where: { projectId, themeId }, data });
  return findTheme(projectId, themeId);
}
