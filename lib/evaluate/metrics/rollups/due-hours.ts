/** An hour that has to be counted again; all of it, or of one that is kept by the minute only these. */
export interface DueHour {
  /** ISO 8601, its first moment. */
  hour: string;
  minutes: string[] | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What marked minutes ask to count, where the hours of `byMinute` are kept by the minute. */
export function dueHours(marked: readonly Date[], byMinute: readonly Date[]): DueHour[] {
  const kept = new Set(byMinute.map((hour) => hour.getTime()));
  return [...Map.groupBy(marked, (minute) => startOf(minute, HOUR_MS))].map(([hour, minutes]) => ({
    hour: iso(hour),
    minutes: kept.has(hour) ? minutes.map((minute) => iso(startOf(minute, MINUTE_MS))) : null,
  }));
}

/** The hours that some moments lie in, each once. */
export function hoursOf(moments: readonly Date[]): string[] {
  return [...new Set(moments.map((moment) => iso(startOf(moment, HOUR_MS))))];
}

/** The minutes of an hour. */
export function minutesOf(hour: string): string[] {
  return Array.from({ length: 60 }, (_, minute) => iso(Date.parse(hour) + minute * MINUTE_MS));
}

/** The days (UTC) that some hours lie in, each once. */
export function daysOf(hours: readonly string[]): string[] {
  return [...new Set(hours.map((hour) => iso(startOf(new Date(hour), DAY_MS))))];
}

const startOf = (moment: Date, lengthMs: number): number =>
  Math.floor(moment.getTime() / lengthMs) * lengthMs;

const iso = (time: number): string => new Date(time).toISOString();
