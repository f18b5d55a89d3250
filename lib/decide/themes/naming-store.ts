import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { type Theme, themeTermsSchema } from "./theme.ts";

/** A theme that a model may name. */
export type ThemeToName = Pick<Theme, "themeId" | "voice" | "language" | "terms">;

/** How many of its heaviest terms say whether a theme has changed. */
const TOP = 8;

/**
 * The themes found last that no person has named or hidden, and that a model was not asked for, or for which half of the
 * heaviest terms are others since then. Those with most texts first.
 */
export async function themesToName(projectId: string): Promise<ThemeToName[]> {
  const rows = await db().$queryRaw<(Omit<ThemeToName, "terms"> & { terms: unknown; asked: string[] })[]>`
    SELECT theme.theme_id::text AS "themeId", theme.voice, theme.language, theme.terms, theme.asked_terms AS asked
    FROM theme JOIN theme_look AS look ON look.project_id = theme.project_id AND look.looked_at = theme.last_seen
    WHERE theme.project_id = ${projectId}::uuid AND theme.named_by <> 'person' AND theme.hidden_at IS NULL
    ORDER BY (SELECT count(*) FROM theme_text AS text
      WHERE text.project_id = theme.project_id AND text.theme_id = theme.theme_id) DESC, theme.theme_id`;
  return rows
    .map(({ terms, ...row }) => ({ ...row, terms: themeTermsSchema.parse(terms) }))
    .filter(({ terms, asked }) => hasChanged(topOf(terms), asked))
    .map(({ asked: _, ...theme }) => theme);
}

/** The terms by which it is told whether a theme has changed. */
const topOf = (terms: Theme["terms"]): string[] => terms.slice(0, TOP).map(({ term }) => term);

const hasChanged = (terms: readonly string[], asked: readonly string[]): boolean =>
  terms.filter((term) => asked.includes(term)).length * 2 < Math.min(terms.length, TOP) || asked.length === 0;

/** Up to so many texts of a theme, each of another user, the newest first. */
export async function textsToName(projectId: string, themeId: string, most: number): Promise<string[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT text FROM (
      SELECT DISTINCT ON (text.rater) text.answered_at, left(coalesce(
        CASE WHEN text.text_id LIKE 'edit:%' THEN given.correction_text ELSE given.feedback_comment END,
        mark.comment, mark.quote_exact, ''), 300) AS text
      FROM theme_text AS text
      LEFT JOIN feedback AS given ON (given.project_id, given.feedback_id) = (${project}, text.feedback_id)
      LEFT JOIN annotations AS mark ON (mark.project_id, mark.annotation_id) = (${project}, text.annotation_id)
      WHERE text.project_id = ${project} AND text.theme_id = ${themeId}::uuid
        AND ${notLeftOut(project, "given")} AND ${notLeftOut(project, "mark")}
      ORDER BY text.rater, text.answered_at DESC
    ) AS one ORDER BY answered_at DESC LIMIT ${most}::int`;
  return rows.map(({ text }) => text);
}

/** What may be spent on names on a day (UTC). */
export interface NamingBudget {
  tokens: number;
  at: Date;
}

/** Sets aside tokens for a request of a project; false where its budget for the day does not have them. */
export async function reserveTokens(
  projectId: string,
  tokens: number,
  budget: NamingBudget,
): Promise<boolean> {
  const today = Prisma.sql`(${budget.at.toISOString()}::text::timestamptz AT TIME ZONE 'UTC')::date`;
  const rows = await db().$queryRaw<unknown[]>`
    UPDATE theme_look SET asked_on = ${today},
      requests = CASE WHEN asked_on = ${today} THEN requests ELSE 0 END + 1,
      tokens = CASE WHEN asked_on = ${today} THEN tokens ELSE 0 END + ${tokens}::int
    WHERE project_id = ${projectId}::uuid
      AND CASE WHEN asked_on = ${today} THEN tokens ELSE 0 END + ${tokens}::int <= ${budget.tokens}::int
    RETURNING requests`;
  return rows.length > 0;
}

/** Corrects what was set aside for a request by what it took. */
export async function settleTokens(projectId: string, difference: number): Promise<void> {
  await db().$executeRaw`
    UPDATE theme_look SET tokens = greatest(0, tokens + ${difference}::int) WHERE project_id = ${projectId}::uuid`;
}

/** A name that a model gave. */
export interface GivenName {
  title: string;
  description: string;
}

/** Gives a theme a model's name, or notes that a model was asked in vain; not where a person has named it meanwhile. */
export async function giveName(
  projectId: string,
  { themeId, terms }: ThemeToName,
  name: GivenName | null,
): Promise<void> {
  await db().theme.updateMany({
    where: { projectId, themeId, namedBy: { not: "person" } },
    data: { askedTerms: topOf(terms), ...(name === null ? {} : { ...name, namedBy: "model" }) },
  });
}
