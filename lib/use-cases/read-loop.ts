import { type Fix, findFixes, type Median, medianHours } from "../decide/problems/index.ts";
import { localDate } from "../domain/calendar.ts";
import { type Rate, rate } from "../domain/rate.ts";
import {
  answerWindow,
  type Deployment,
  deployments,
  listDates,
  type MetricFilter,
  promptLives,
  type Summary,
  wholeSummary,
  windowHours,
} from "../evaluate/metrics/index.ts";
import { countViewed } from "../observe/interactions/index.ts";

/** How often prompts changed in a local month ("2026-11"). */
export interface MonthOfChanges {
  month: string;
  /** Prompt versions that features began to use, without what a feature began with. */
  changes: number;
  /** Whether the window holds only a part of the month. */
  partial: boolean;
}

/** How well the loop turns: from an answer to a rating, to a look, to the next version. */
export interface Loop {
  all: Summary;
  /** Rated answers of all answers. */
  answersRated: Rate;
  /** Thumbs-down on answers that a member opened, of all thumbs-down. */
  negativeLookedAt: Rate;
  promptChanges: MonthOfChanges[];
  /** Hours from the first complaint of a prompt version to the next version, in the middle. */
  hoursToFix: Median;
  /**
   * The same one by one, the newest first. Until shipped fixes are recorded, the next version of the prompt stands for
   * the fix.
   */
  fixes: Fix[];
}

/** How well the loop itself turned in the window. Of a filter's dimensions, changes and fixes heed the feature only. */
export async function readLoop(filter: MetricFilter): Promise<Loop> {
  const { since, until } = windowHours(filter, filter.tz);
  const [all, looked, lives, deployed] = await Promise.all([
    wholeSummary(filter),
    countViewed(filter.projectId, answerWindow(filter)),
    promptLives(filter),
    deployments(filter),
  ]);
  const fixes = findFixes(lives, since, until);
  return {
    all,
    answersRated: all.responseRate,
    // The two are read one after the other: a rating that came in between must not make more of part than of all.
    negativeLookedAt: rate(Math.min(looked, all.thumbsDown), all.thumbsDown),
    promptChanges: changesByMonth(filter, deployed),
    hoursToFix: medianHours(fixes),
    fixes,
  };
}

function changesByMonth(
  { from, to, tz }: Pick<MetricFilter, "from" | "to" | "tz">,
  deployed: readonly Deployment[],
): MonthOfChanges[] {
  const changed = deployed
    .filter(({ kind }) => kind === "prompt")
    .map(({ at }) => localDate(tz, at).slice(0, MONTH_LENGTH));
  const dates = Map.groupBy(listDates({ from, to }), (date) => date.slice(0, MONTH_LENGTH));
  return [...dates].map(([month, own]) => ({
    month,
    changes: changed.filter((each) => each === month).length,
    partial: own.length < daysIn(month),
  }));
}

/** Of "2026-11". */
const MONTH_LENGTH = 7;

const daysIn = (month: string): number => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};
