import { addDays, daysBetween, isDay, localDate } from "#lib/domain/calendar.ts";

/** The windows that one click chooses, in days up to today. */
export const presetDays = [1, 7, 30, 90] as const;

/** The window of a page without one in its address. */
const DEFAULT_DAYS = 30;

/** What is shown where the address cannot be read. */
const INSTEAD = `Showing the last ${DEFAULT_DAYS} days instead.`;

/** The longest window that is drawn day by day. */
export const MAX_DAYS = 1_100;

/** The longest window that is drawn hour by hour, in days. */
const HOURLY_DAYS = 2;

/** What an address says of the window. */
export interface WindowAddress {
  from?: string | undefined;
  to?: string | undefined;
  days?: string | undefined;
}

/** The period of a page: local dates, both inclusive. */
export interface Period {
  from: string;
  to: string;
  /** The preset that it is, or null for dates of the reader's own. */
  preset: number | null;
  days: number;
}

/**
 * The window that an address asks for. Dates win over `days`; what cannot be read counts as not said, dates the wrong
 * way round are turned, and a window that is too long keeps its end.
 */
export function parsePeriod(address: WindowAddress, tz: string, now: Date): Period {
  const { from, to } = address;
  if (from && to && isWindowDay(from) && isWindowDay(to)) return custom(from <= to ? [from, to] : [to, from]);
  const asked = Number(address.days);
  const days = isWindowLength(asked) ? asked : DEFAULT_DAYS;
  const today = localDate(tz, now);
  const preset = (presetDays as readonly number[]).includes(days) ? days : null;
  return { from: addDays(today, 1 - days), to: today, preset, days };
}

/** What cannot be read of what an address says of the window, in words; null where all of it can be. */
export function validatePeriod(address: WindowAddress): string | null {
  const { from, to, days } = address;
  if (from || to) {
    if (!from || !to) return `The URL has only one of the dates from and to. ${INSTEAD}`;
    const unread = [from, to].find((day) => !isWindowDay(day));
    if (unread) return `“${unread}” in the URL is not a date like 2026-11-01. ${INSTEAD}`;
    if (daysBetween(from, to) > MAX_DAYS)
      return `The URL asks for more than ${MAX_DAYS.toLocaleString("en")} days. Showing the last ${MAX_DAYS.toLocaleString("en")} days.`;
  } else if (days && !isWindowLength(Number(days))) {
    return `“${days}” in the URL is not a number of days from 1 to ${MAX_DAYS.toLocaleString("en")}. ${INSTEAD}`;
  }
  return null;
}

/** The previous window of the same length. */
export function previousPeriod({ from, days }: Period): { from: string; to: string } {
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The steps in which a window is drawn: two days by the day would be two points. */
export const periodUnit = ({ days }: Period): "day" | "hour" => (days <= HOURLY_DAYS ? "hour" : "day");

const isWindowLength = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;

/** Answers are between 1970 and 2999. */
const isWindowDay = (day: string): boolean => isDay(day) && day >= "1970-01-01" && day < "3000-01-01";

function custom([from, to]: [string, string]): Period {
  const days = Math.min(daysBetween(from, to), MAX_DAYS);
  return { from: addDays(to, 1 - days), to, preset: null, days };
}
