import {
  countThemeDays,
  countThemes,
  findTheme,
  type OverRepresented,
  overRepresented,
  type Theme,
  type ThemeCount,
  type ThemeExample,
  themeExamples,
  themePlaces,
  themesWithIds,
} from "#lib/decide/themes/index.ts";
import { type Rate, rate } from "#lib/domain/rate.ts";
import { answerWindow, listDates, type MetricFilter } from "#lib/evaluate/metrics/index.ts";

/** A theme in a window. */
export interface ReadTheme extends Omit<ThemeCount, "themeId"> {
  theme: Theme;
  /** Of all negative texts. */
  share: Rate;
  /** Its texts on each day of the window. */
  days: number[];
  examples: ThemeExample[];
}

/** The themes of a window. */
export interface ReadThemes {
  /** All negative texts, also those in no theme, and those of each day. */
  total: number;
  dates: string[];
  totals: number[];
  /** Most texts first. */
  themes: ReadTheme[];
  /** How many themes of the window were hidden, and are not in `themes` unless asked for. */
  hidden: number;
}

/** The themes in the negative texts on a window's answers, with `examples` of each. */
export async function readThemes(
  filter: MetricFilter,
  { limit, examples, withHidden = false }: { limit: number; examples: number; withHidden?: boolean },
): Promise<ReadThemes> {
  const { projectId } = filter;
  const window = answerWindow(filter);
  const [{ total, themes: counts }, days] = await Promise.all([
    countThemes(projectId, window),
    countThemeDays(projectId, window, filter.tz),
  ]);
  const records = await themesWithIds(
    projectId,
    counts.map(({ themeId }) => themeId),
  );
  const known = new Map(records.map((theme) => [theme.themeId, theme]));
  const met = counts.flatMap(({ themeId, ...count }) => {
    const theme = known.get(themeId);
    return theme ? [{ ...count, theme }] : [];
  });
  const shown = met.filter(({ theme }) => withHidden || theme.hiddenAt === null).slice(0, limit);
  const themeIds = shown.map(({ theme }) => theme.themeId);
  const given = await themeExamples(projectId, window, { themeIds, most: examples });
  const dates = listDates(filter);
  return {
    ...{ total, dates, totals: seriesOf(days, null, dates) },
    themes: shown.map((one) => ({
      ...one,
      share: rate(one.n, total),
      days: seriesOf(days, one.theme.themeId, dates),
      examples: given.filter(({ themeId }) => themeId === one.theme.themeId),
    })),
    hidden: met.filter(({ theme }) => theme.hiddenAt !== null).length,
  };
}

const seriesOf = (
  days: readonly { themeId: string | null; day: string; n: number }[],
  themeId: string | null,
  dates: readonly string[],
): number[] => {
  const own = new Map(days.flatMap((one) => (one.themeId === themeId ? [[one.day, one.n] as const] : [])));
  return dates.map((date) => own.get(date) ?? 0);
};

/** A theme with where it is met. */
export interface ReadThemeDetail extends ReadTheme, Pick<ReadThemes, "total" | "dates" | "totals"> {
  /** Where it is more frequent than elsewhere. */
  places: OverRepresented[];
}

/**
 * A theme in a window; its counts are 0 where it is not met there.
 * @throws Problem 404 where there is none.
 */
export async function readTheme(
  filter: MetricFilter,
  themeId: string,
  examples: number,
): Promise<ReadThemeDetail> {
  const { projectId } = filter;
  const window = answerWindow(filter);
  const [theme, { total, themes: counts }, days, given, places] = await Promise.all([
    findTheme(projectId, themeId),
    countThemes(projectId, window),
    countThemeDays(projectId, window, filter.tz),
    themeExamples(projectId, window, { themeIds: [themeId], most: examples }),
    themePlaces(projectId, window, themeId),
  ]);
  const none = { n: 0, interactions: 0, users: 0 };
  const { n, interactions, users } = counts.find((count) => count.themeId === themeId) ?? none;
  const dates = listDates(filter);
  return {
    ...{ theme, n, interactions, users, total, dates, share: rate(n, total) },
    ...{ days: seriesOf(days, themeId, dates), totals: seriesOf(days, null, dates), examples: given },
    places: overRepresented(places),
  };
}
