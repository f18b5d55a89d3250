/** An hour that has to be counted again; all of it, or of one that is kept by the minute only these. */
export interface DueHour {
  /** ISO 8601, its first moment. */
  hour: string;
  minutes: string[] | null;
  /** How many answers that is. */
  answers: number;
}

/** Most answers that one statement counts, where slices are small enough for it. */
export const MOST_ANSWERS = 100_000;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What marked minutes ask to count, where the hours of `byMinute` are kept by the minute. */
export function dueHours(marked: readonly Date[], byMinute: readonly Date[]): Omit<DueHour, "answers">[] {
  const kept = new Set(byMinute.map((hour) => hour.getTime()));
  return [...Map.groupBy(marked, (minute) => startOf(minute, HOUR_MS))].map(([hour, minutes]) => ({
    hour: iso(hour),
    minutes: kept.has(hour) ? minutes.map((minute) => iso(startOf(minute, MINUTE_MS))) : null,
  }));
}

/** The first of what is due, as much as one transaction counts: at least one. */
export const withinReach = (due: readonly DueHour[]): DueHour[] => partsWithin(due, MOST_ANSWERS)[0] ?? [];

/** Cuts slices into parts, in order, of at most so many answers each, or of one slice. */
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

/** A stretch of time, its end exclusive; ISO 8601. */
export interface TimeRange {
  since: string;
  until: string;
}

const LENGTHS = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };

/** The stretches of time that slices of one width cover, in order; slices that follow one another are one stretch. */
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
