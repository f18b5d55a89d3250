import { addDays, daysBetween, localDate } from "#lib/domain/calendar.ts";

/** A span of local dates ("2026-11-01"), both inclusive. */
export interface DateWindow {
  from: string;
  to: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The number of days in a window. */
export function lengthInDays({ from, to }: DateWindow): number {
  return daysBetween(from, to);
}

/** The last `days` local dates, up to and including today. */
export function lastDays(days: number, tz: string, now: Date): DateWindow {
  const to = localDate(tz, now);
  return { from: addDays(to, 1 - days), to };
}

/** The previous window of the same length. */
export function previousWindow(window: DateWindow): DateWindow {
  return { from: addDays(window.from, -lengthInDays(window)), to: addDays(window.from, -1) };
}

/** Every date of a window, in order. */
export function listDates(window: DateWindow): string[] {
  return Array.from({ length: lengthInDays(window) }, (_, index) => addDays(window.from, index));
}

/**
 * The hours (UTC) of a window, from `since` (inclusive) to `until` (exclusive). An hour belongs to the local day in
 * which it starts, so a window starts with the first hour that starts on its first day: at midnight, or up to an hour
 * later if the zone's offset is not whole hours.
 */
export function windowHours({ from, to }: DateWindow, tz: string): { since: Date; until: Date } {
  return { since: firstHourOf(from, tz), until: firstHourOf(addDays(to, 1), tz) };
}

const firstHourOf = (date: string, tz: string): Date =>
  firstHourFrom(new Date(Date.parse(date) - DAY_MS), date, tz);

/**
 * The first hour since `hour` that starts on a local date or later. Found hour by hour, because midnight may occur
 * twice or not at all when clocks change.
 */
export function firstHourFrom(hour: Date, date: string, tz: string): Date {
  let first = hour;
  while (localDate(tz, first) < date) first = new Date(first.getTime() + HOUR_MS);
  return first;
}
