import { addDays } from "#lib/domain/calendar.ts";
import type { SliceWidth } from "../rollups/slice-columns.ts";
import { type DateWindow, firstHourFrom, listDates, windowHours } from "../window.ts";

/** A time range read from slices of one width. Spans with the same label are summed. */
export interface Span {
  label: string;
  width: Exclude<SliceWidth, "minute">;
  since: Date;
  /** Exclusive. */
  until: Date;
  /** Whether it is added or subtracted: a local day is a UTC day plus some hours minus others. */
  sign: 1 | -1;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** All of a window under one label, "". */
export function wholeWindow(window: DateWindow, tz: string): Span[] {
  const { since, until } = windowHours(window, tz);
  return covering("", since, until);
}

/** A window by local days, labeled by date. */
export function byDay(window: DateWindow, tz: string): Span[] {
  let since = windowHours(window, tz).since;
  return listDates(window).flatMap((date) => {
    // Days are 23 to 25 hours long; the calendar knows which.
    const until = firstHourFrom(new Date(since.getTime() + 22 * HOUR_MS), addDays(date, 1), tz);
    const spans = covering(date, since, until);
    since = until;
    return spans;
  });
}

/** A window by hours, labeled by their start in ISO 8601. */
export function byHour(window: DateWindow, tz: string): Span[] {
  const { since, until } = windowHours(window, tz);
  const count = (until.getTime() - since.getTime()) / HOUR_MS;
  return Array.from({ length: count }, (_, index) => {
    const start = new Date(since.getTime() + index * HOUR_MS);
    return {
      label: start.toISOString(),
      width: "hour",
      since: start,
      until: new Date(start.getTime() + HOUR_MS),
      sign: 1,
    };
  });
}

/**
 * A stretch in as few slices as possible: days of UTC from the midnight next to its beginning to the one next to its end,
 * and of the hours between those midnights and the stretch, those that are missing are added and those that are too many
 * taken away.
 */
function covering(label: string, since: Date, until: Date): Span[] {
  const [first, last] = [nearestMidnight(since), nearestMidnight(until)];
  if (first >= last) return [{ label, width: "hour", since, until, sign: 1 }];
  const spans: Span[] = [
    { label, width: "hour", since, until: first, sign: 1 },
    { label, width: "hour", since: first, until: since, sign: -1 },
    { label, width: "day", since: first, until: last, sign: 1 },
    { label, width: "hour", since: last, until, sign: 1 },
    { label, width: "hour", since: until, until: last, sign: -1 },
  ];
  return spans.filter((span) => span.since < span.until);
}

const nearestMidnight = (at: Date): Date => new Date(Math.round(at.getTime() / DAY_MS) * DAY_MS);
