/** One day in milliseconds, for calendar arithmetic (not for local time, which has daylight saving). */
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(tz: string): Intl.DateTimeFormat {
  let format = formats.get(tz);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: tz,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(tz, format);
  }
  return format;
}

/** The local time in `tz` at a moment, as if it were UTC, in milliseconds. */
function wallClock(at: number, tz: string): number {
  const parts = Object.fromEntries(
    partsIn(tz)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The local date and time ("2026-11-21T14:05") in `tz` at a moment. */
export const clockIn = (tz: string, at: Date): string =>
  new Date(wallClock(at.getTime(), tz)).toISOString().slice(0, 16);

/** The local date ("2026-11-21") in `tz` at a moment. */
export const localDate = (tz: string, at: Date): string => clockIn(tz, at).slice(0, 10);

/** The local date this many days later (or earlier, if negative). */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

/** The number of days from one local date to another, inclusive. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY) + 1;

/** Whether a string is a valid calendar date ("2026-02-30" is not). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A local day, counted from 1970-01-01, and the hour of its week: 0 to 23 on Mondays, up to 167 on Sundays. */
export interface LocalHour {
  day: number;
  weekHour: number;
}

/** The local day and hour in `tz` in which an hour begins. */
export function localHour(tz: string, at: Date): LocalHour {
  const wall = wallClock(at.getTime(), tz);
  const day = Math.floor(wall / DAY);
  return { day, weekHour: (((day + 3) % 7) * 24 + Math.floor((wall - day * DAY) / 3_600_000)) % 168 };
}
