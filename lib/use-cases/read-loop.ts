import { readResolved } from "../act/inbox/index.ts";
import { type Fix, findFixes, type Median, medianHours } from "../decide/problems/index.ts";
import { localDate } from "../domain/calendar.ts";
import { mean, type Rate, rate } from "../domain/rate.ts";
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
import { readLooks } from "../observe/interactions/index.ts";

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
  /** Share of thumbs down that a member looked at: opened for more than a moment, or marked in the inbox. */
  negativeLookedAt: Rate;
  /** Median hours from a thumbs down to the first look after it. Those that nobody looked at are left out. */
  hoursToLook: Median;
  /** Share of thumbs down whose item in the inbox was resolved after they were given. */
  negativeResolved: Rate;
  /** Median hours from a thumbs down to that. Those that are not resolved are left out. */
  hoursToResolve: Median;
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
  const [all, looks, resolved, lives, deployed] = await Promise.all([
    wholeSummary(filter),
    readLooks(filter.projectId, answerWindow(filter)),
    readResolved(filter.projectId, answerWindow(filter)),
    promptLives(filter),
    deployments(filter),
  ]);
  const fixes = findFixes(lives, since, until);
  return {
    all,
    answersRated: all.responseRate,
    // They are read one after the other; a rating that arrived in between must not make a part larger than the whole.
    negativeLookedAt: rate(Math.min(looks.thumbsDown, all.thumbsDown), all.thumbsDown),
    hoursToLook: median(looks),
    negativeResolved: rate(Math.min(resolved.thumbsDown, all.thumbsDown), all.thumbsDown),
    hoursToResolve: median(resolved),
    promptChanges: changesByMonth(filter, deployed),
    hoursToFix: medianHours(fixes),
    fixes,
  };
}

/** The median of what was found, with its n. */
const median = ({ thumbsDown: n, medianHours }: { thumbsDown: number; medianHours: number | null }): Median =>
  mean((medianHours ?? 0) * n, n);

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
