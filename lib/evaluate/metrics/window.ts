import { addDays, daysBetween, localDate } from "#lib/domain/calendar.ts";

/** A span of local dates ("2026-11-01"), both inclusive. */
export interface DateWindow {
  from: string;
  to: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How many days a window has. */
export function lengthInDays({ from, to }: DateWindow): number {
  return daysBetween(from, to);
}

/** The last `days` local dates, of which the last is today. */
export function lastDays(days: number, tz: string, now: Date): DateWindow {
  const to = localDate(tz, now);
  return { from: addDays(to, 1 - days), to };
}

/** The window of the same length just before. */
export function previousWindow(window: DateWindow): DateWindow {
  return { from: addDays(window.from, -lengthInDays(window)), to: addDays(window.from, -1) };
}

/** Every date of a window, in order. */
export function listDates(window: DateWindow): string[] {
  return Array.from({ length: lengthInDays(window) }, (_, index) => addDays(window.from, index));
}

/**
 * The whole hours (UTC) that lie in a window: from `since` on and before `until`. An hour belongs to the local day in
 * which it begins, so a window begins with the first hour that begins on its first day: at midnight, or up to an hour
 * later where a zone is not whole hours off UTC.
 */
export function windowHours({ from, to }: DateWindow, tz: string): { since: Date; until: Date } {
  return { since: firstHourOf(from, tz), until: firstHourOf(addDays(to, 1), tz) };
}

const firstHourOf = (date: string, tz: string): Date =>
  firstHourFrom(new Date(Date.parse(date) - DAY_MS), date, tz);

/**
 * The first hour from `hour` on that begins on a local date or later. Asked of the calendar hour by hour, as midnight
 * may come twice or not at all where clocks change.
 */
export function firstHourFrom(hour: Date, date: string, tz: string): Date {
  let first = hour;
  while (localDate(tz, first) < date) first = new Date(first.getTime() + HOUR_MS);
  return first;
}
