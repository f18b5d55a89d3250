/** A span of local dates ("2026-11-01"), both inclusive. */
export interface DateWindow {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

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
 * Moments between which every hour of the window lies, whatever the zone: an index can find them, and the exact local
 * date is asked of what it finds. No zone is more than 14 hours from UTC; a day is more.
 */
export function reachOf(window: DateWindow): { since: string; until: string } {
  return { since: `${addDays(window.from, -1)}T00:00:00Z`, until: `${addDays(window.to, 2)}T00:00:00Z` };
}
