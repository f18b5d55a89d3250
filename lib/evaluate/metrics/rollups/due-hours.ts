/** An hour to recount: all of it, or only these minutes if it is kept by the minute. */
export interface DueHour {
  /** The start of the hour, ISO 8601. */
  hour: string;
  minutes: string[] | null;
  /** The number of answers. */
  answers: number;
}

/** Maximum answers per statement, if slices are small enough. */
export const MOST_ANSWERS = 100_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The hours to recount for marked minutes, where the hours of `byMinute` are kept by the minute. */
export function dueHours(marked: readonly Date[], byMinute: readonly Date[]): Omit<DueHour, "answers">[] {
  const kept = new Set(byMinute.map((hour) => hour.getTime()));
  return [...Map.groupBy(marked, (minute) => startOf(minute, HOUR_MS))].map(([hour, minutes]) => ({
    hour: iso(hour),
    minutes: kept.has(hour) ? minutes.map((minute) => iso(startOf(minute, MINUTE_MS))) : null,
  }));
}

/** The first due hours, as many as fit in one transaction; at least one. */
export const withinReach = (due: readonly DueHour[]): DueHour[] => partsWithin(due, MOST_ANSWERS)[0] ?? [];

/** Splits slices, in order, into parts of at most this many answers, or of one slice. */
export function partsWithin<Slice extends { answers: number }>(
  slices: readonly Slice[],
  most: number,
): Slice[][] {
  const parts: Slice[][] = [];
  let sum = Number.POSITIVE_INFINITY;
  for (const slice of slices) {
    if (sum + slice.answers > most) {
      parts.push([]);
      sum = 0;
    }
    parts.at(-1)?.push(slice);
    sum += slice.answers;
  }
  return parts;
}

/** The unique hours of some times. */
export function hoursOf(moments: readonly Date[]): string[] {
  return [...new Set(moments.map((moment) => iso(startOf(moment, HOUR_MS))))];
}

/** The minutes of an hour. */
export function minutesOf(hour: string): string[] {
  return Array.from({ length: 60 }, (_, minute) => iso(Date.parse(hour) + minute * MINUTE_MS));
}

/** The unique days (UTC) of some hours. */
export function daysOf(hours: readonly string[]): string[] {
  return [...new Set(hours.map((hour) => iso(startOf(new Date(hour), DAY_MS))))];
}

/** A time range with exclusive end; ISO 8601. */
export interface TimeRange {
  since: string;
  until: string;
}

const LENGTHS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };

/** The time ranges covered by slices of one width, in order, with adjacent slices merged. */
export function toTimeRanges(starts: readonly string[], width: keyof typeof LENGTHS): TimeRange[] {
  const length = LENGTHS[width];
  const found: { since: number; until: number }[] = [];
  for (const since of starts.map((start) => Date.parse(start)).sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last.until >= since) last.until = since + length;
    else found.push({ since, until: since + length });
  }
  return found.map(({ since, until }) => ({ since: iso(since), until: iso(until) }));
}

const startOf = (moment: Date, lengthMs: number): number =>
  Math.floor(moment.getTime() / lengthMs) * lengthMs;

const iso = (time: number): string => new Date(time).toISOString();
