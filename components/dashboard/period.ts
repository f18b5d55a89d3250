import { addDays, daysBetween, isDay, localDate } from "#lib/domain/calendar";

/** The windows that one click chooses, in days up to today. */
export const presetDays = [1, 7, 30, 90] as const;

/** The window of a page without one in its address. */
const DEFAULT_DAYS = 30;

/** The longest window that is drawn day by day. */
export const MAX_DAYS = 1_100;

/** The longest window that is drawn hour by hour, in days. */
const HOURLY_DAYS = 2;

/** The window that a page looks at: local dates, both inclusive. */
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
export function periodOf(
  address: { from?: string | undefined; to?: string | undefined; days?: string | undefined },
  tz: string,
  now: Date,
): Period {
  const { from, to } = address;
  if (from && to && isWindowDay(from) && isWindowDay(to)) return custom(from <= to ? [from, to] : [to, from]);
  const asked = Number(address.days);
  const days = Number.isInteger(asked) && asked >= 1 && asked <= MAX_DAYS ? asked : DEFAULT_DAYS;
  const today = localDate(tz, now);
  const preset = (presetDays as readonly number[]).includes(days) ? days : null;
  return { from: addDays(today, 1 - days), to: today, preset, days };
}

/** The window of the same length just before. */
export function previousPeriod({ from, days }: Period): { from: string; to: string } {
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** The steps in which a window is drawn: two days by the day would be two points. */
export const unitOf = ({ days }: Period): "day" | "hour" => (days <= HOURLY_DAYS ? "hour" : "day");

/** Answers are between 1970 and 2999. */
const isWindowDay = (day: string): boolean => isDay(day) && day >= "1970-01-01" && day < "3000-01-01";

function custom([from, to]: [string, string]): Period {
  const days = Math.min(daysBetween(from, to), MAX_DAYS);
  return { from: addDays(to, 1 - days), to, preset: null, days };
}
