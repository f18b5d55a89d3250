import { addDays } from "#lib/domain/calendar";
import type { SliceWidth } from "./rollups/slice-columns.ts";
import { type DateWindow, datesOf, firstHourFrom, hoursOf } from "./window.ts";

/** A stretch of time that is read from slices of one width. What has the same label is added up. */
export interface Span {
  label: string;
  width: Exclude<SliceWidth, "minute">;
  since: Date;
  /** Exclusive. */
  until: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** All of a window under one label, "". */
export function wholeWindow(window: DateWindow, tz: string): Span[] {
  const { since, until } = hoursOf(window, tz);
  return covering("", since, until);
}

/** A window by local days, each under its date. */
export function byDay(window: DateWindow, tz: string): Span[] {
  let since = hoursOf(window, tz).since;
  return datesOf(window).flatMap((date) => {
    // Days are 23 to 25 hours long; the calendar knows which.
    const until = firstHourFrom(new Date(since.getTime() + 22 * HOUR_MS), addDays(date, 1), tz);
    const spans = covering(date, since, until);
    since = until;
    return spans;
  });
}

/** A window by hours, each under its first moment in ISO 8601. */
export function byHour(window: DateWindow, tz: string): Span[] {
  const { since, until } = hoursOf(window, tz);
  const count = (until.getTime() - since.getTime()) / HOUR_MS;
  return Array.from({ length: count }, (_, index) => {
    const start = new Date(since.getTime() + index * HOUR_MS);
    return {
      label: start.toISOString(),
      width: "hour",
      since: start,
      until: new Date(start.getTime() + HOUR_MS),
    };
  });
}

/** A stretch in as few slices as possible: days of UTC where there are whole ones, hours before and after them. */
function covering(label: string, since: Date, until: Date): Span[] {
  const firstDay = new Date(Math.ceil(since.getTime() / DAY_MS) * DAY_MS);
  const lastDay = new Date(Math.floor(until.getTime() / DAY_MS) * DAY_MS);
  if (firstDay >= lastDay) return [{ label, width: "hour", since, until }];
  const spans: Span[] = [
    { label, width: "hour", since, until: firstDay },
    { label, width: "day", since: firstDay, until: lastDay },
    { label, width: "hour", since: lastDay, until },
  ];
  return spans.filter((span) => span.since < span.until);
}
