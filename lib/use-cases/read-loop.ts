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

/** Prompt changes in a local month ("2026-11"). */
export interface MonthOfChanges {
  month: string;
  /** Prompt versions that features started using, except each feature's first. */
  changes: number;
  /** Whether the window covers only part of the month. */
  partial: boolean;
}

/** The improvement cycle: from answer to rating, review and next version. */
export interface Loop {
  all: Summary;
  /** Share of answers with at least one rating. */
  answersRated: Rate;
  /** Share of thumbs down whose answer a member opened. */
  negativeLookedAt: Rate;
  promptChanges: MonthOfChanges[];
  /** Median hours from the first thumbs down on a prompt version to the next version. */
  hoursToFix: Median;
  /**
   * The individual fixes, newest first. Until shipped fixes are recorded, the next version of the prompt counts as the
   * fix.
   */
  fixes: Fix[];
}

/** The improvement cycle in the window. Changes and fixes only use the feature of a filter's dimensions. */
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
    // The two are read one after the other; a rating that arrived in between must not make a part larger than the
    // whole.
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
