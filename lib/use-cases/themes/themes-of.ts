import { countThemes, themeExamples, themesWithIds } from "#lib/decide/themes/index.ts";
import { type AnswerWindow, pickDimensions } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** Which themes to read. */
export interface ThemesAsked {
  /** Only of answers with these values. */
  scope?: Scope | undefined;
  /** Only of answers of this prompt template. */
  template?: string | undefined;
  /** From `since` up to, but not including, `until`, by the time of the answer. */
  since: Date;
  until: Date;
  limit: number;
}

/** A theme with how often it is met, and examples of different users. */
export interface MetTheme {
  themeId: string;
  title: string;
  /** Of all negative texts in the window. */
  share: number;
  n: number;
  users: number;
  examples: { interactionId: string; text: string }[];
}

/** How many examples of a theme are read. */
const EXAMPLES = 3;

/** The themes in a window's negative texts, most frequent first, without those that were hidden. */
export async function themesOf(projectId: string, asked: ThemesAsked): Promise<MetTheme[]> {
  const { scope = {}, template, since, until, limit } = asked;
  const window: AnswerWindow = {
    ...pickDimensions(scope),
    ...(template === undefined ? {} : { promptTemplate: template }),
    ...{ from: since, to: until },
  };
  const { total, themes: counts } = await countThemes(projectId, window);
  const records = await themesWithIds(
    projectId,
    counts.map(({ themeId }) => themeId),
  );
  const known = new Map(records.map((theme) => [theme.themeId, theme]));
  const shown = counts.filter(({ themeId }) => known.get(themeId)?.hiddenAt === null).slice(0, limit);
  const themeIds = shown.map(({ themeId }) => themeId);
  const given = await themeExamples(projectId, window, { themeIds, most: EXAMPLES });
  return shown.map(({ themeId, n, users }) => ({
    ...{ themeId, n, users, title: known.get(themeId)?.title ?? "", share: n / total },
    examples: given.flatMap((one) =>
      one.themeId === themeId ? [{ interactionId: one.interactionId, text: one.text }] : [],
    ),
  }));
}
