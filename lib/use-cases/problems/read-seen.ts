import type { CombinationSeen, UserDays } from "#lib/decide/problems/index.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import { dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";
import {
  type CategoryThumbs,
  type CombinationThumbs,
  readCategoryThumbs,
  readRaters,
  readThumbs,
  readUserDays,
} from "#lib/evaluate/metrics/index.ts";

export const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Days that are looked at: those that are usual, and those in which something may have begun. */
const [USUAL_DAYS, RECENT_DAYS] = [28, 14];

/** Thumbs down with a category in the last two weeks from which on it is looked at: none is judged with fewer. */
const CATEGORY_MIN = 10;

/** What a look sees. */
export interface Seen {
  combinations: (CombinationSeen & { combinationId: string })[];
  userDays: UserDays[];
}

/** The span in which a problem may have begun. */
export const recentSpan = (now: Date): { from: Date; to: Date } => ({
  from: new Date(midnight(now) - (RECENT_DAYS - 1) * DAY_MS),
  to: new Date(now.getTime() + HOUR_MS),
});

const midnight = (now: Date): number => Math.floor(now.getTime() / DAY_MS) * DAY_MS;

/** All that a look needs of a project's thumbs. */
export async function readSeen(projectId: string, now: Date): Promise<Seen> {
  const recent = recentSpan(now);
  const from = new Date(recent.from.getTime() - USUAL_DAYS * DAY_MS);
  const whole = { from, to: recent.to };
  const [thumbs, raters, categories, days] = await Promise.all([
    readThumbs(projectId, whole),
    readRaters(projectId, recent),
    readCategoryThumbs(projectId, whole, { since: recent.from, least: CATEGORY_MIN }),
    readUserDays(projectId, { from, to: recent.from }),
  ]);
  return {
    combinations: thumbs.map((each) => seenOf(each, raters.get(each.combinationId) ?? 0, categories)),
    userDays: days.map(({ thumbs: n, down: bad, count }) => ({ n, bad, count })),
  };
}

/** The thumbs of all days that are kept, with all of their categories. */
export async function readHistory(projectId: string, now: Date): Promise<Seen["combinations"]> {
  const { from: recently, to } = recentSpan(now);
  const from = new Date(recently.getTime() - USUAL_DAYS * DAY_MS);
  const [thumbs, categories] = await Promise.all([
    readThumbs(projectId, { from, to }),
    readCategoryThumbs(projectId, { from, to }, { since: from, least: 1 }),
  ]);
  return thumbs.map((each) => seenOf(each, 0, categories));
}

function seenOf(
  { combinationId, values, hours }: CombinationThumbs,
  raters: number,
  categories: readonly CategoryThumbs[],
): Seen["combinations"][number] {
  const named = categories.flatMap(({ category, hours: byCombination }) => {
    const own = byCombination.get(combinationId);
    return own ? [[category, own.map(({ hour, down }) => ({ hour, down }))] as const] : [];
  });
  return { combinationId, values: valuesOf(values), hours, raters, categories: Object.fromEntries(named) };
}

/** What is not known, or one of too many, is no value of a scope. */
const valuesOf = (values: CombinationThumbs["values"]): Scope =>
  Object.fromEntries(
    dimensionNames.flatMap((name) => {
      const value = values[name];
      return value === undefined || value === "" || value === BEYOND ? [] : [[name, value]];
    }),
  );
