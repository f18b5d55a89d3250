import type { BadOfHour } from "./usual-share.ts";

const [HOURS, WEEKDAYS] = [24, 7];

/** 1 January 1970 was a Thursday, and weeks begin on Monday. */
const FIRST_WEEKDAY = 3;

/** The day since 1970 (UTC) that an hour since 1970 is in. */
export const dayOfHour = (hour: number): number => Math.floor(hour / HOURS);

/** Ratings of an hour since 1970 by day and hour of the week, in UTC: projects have no time zone of their own. */
export const badOfHour = (hour: number, n: number, bad: number): BadOfHour => ({
  day: dayOfHour(hour),
  weekHour: ((dayOfHour(hour) + FIRST_WEEKDAY) % WEEKDAYS) * HOURS + (hour % HOURS),
  n,
  bad,
});
