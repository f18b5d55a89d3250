/** A span of local dates ("2026-11-01"), both inclusive. */
export interface DateWindow {
  from: string;
  to: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The local date at `now` in an IANA zone. */
export function localDate(now: Date, tz: string): string {
  const parts = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: tz,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The date `days` after `date`; before it when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days a window has. */
export function lengthInDays({ from, to }: DateWindow): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** The last `days` local dates, of which the last is today. */
export function lastDays(days: number, tz: string, now: Date): DateWindow {
  const to = localDate(now, tz);
  return { from: addDays(to, 1 - days), to };
}

/** The window of the same length just before. */
export function previousWindow(window: DateWindow): DateWindow {
  return { from: addDays(window.from, -lengthInDays(window)), to: addDays(window.from, -1) };
}

/** Every date of a window, in order. */
export function datesOf(window: DateWindow): string[] {
  return Array.from({ length: lengthInDays(window) }, (_, index) => addDays(window.from, index));
}

/**
 * The whole hours (UTC) that lie in a window: from `since` on and before `until`. An hour belongs to the local day in
 * which it begins, so a window begins with the first hour that begins on its first day: at midnight, or up to an hour
 * later where a zone is not whole hours off UTC.
 */
export function hoursOf({ from, to }: DateWindow, tz: string): { since: Date; until: Date } {
  return { since: firstHourOf(from, tz), until: firstHourOf(addDays(to, 1), tz) };
}

/** Asked of the calendar hour by hour, as midnight may come twice or not at all where clocks change. */
function firstHourOf(date: string, tz: string): Date {
  let hour = new Date(Date.parse(date) - DAY_MS);
  while (localDate(hour, tz) < date) hour = new Date(hour.getTime() + HOUR_MS);
  return hour;
}
