import { clockIn } from "#lib/domain/calendar.ts";
import { formatDay, formatMoment } from "../format/numbers.ts";
import type { PointUnit } from "./series/series-data.ts";

/** What a point is called where there is room: "21 Nov 2026", "21 Nov 2026, 14:00". */
export function formatPoint(point: string, unit: PointUnit, tz: string): string {
  if (unit === "day") return formatDay(point, true);
  return unit === "hour" ? hourWords(new Date(point), tz) : point;
}

const HOUR_MS = 3_600_000;

/** An hour that occurs twice when clocks are set back has its offset: "1 Nov 2026, 01:00 GMT-4". */
function hourWords(hour: Date, tz: string): string {
  const isTwice = [-HOUR_MS, HOUR_MS].some(
    (away) => clockIn(tz, new Date(hour.getTime() + away)) === clockIn(tz, hour),
  );
  return isTwice ? `${formatMoment(hour, tz)} ${offsetWords(hour, tz)}` : formatMoment(hour, tz);
}

const offsetWords = (at: Date, tz: string): string =>
  new Intl.DateTimeFormat("en", { timeZone: tz, timeZoneName: "shortOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value ?? "";

/** What a point is called at an axis: "21 Nov", "14:00", and of the hour that begins a day, its date. */
export function formatTickPoint(point: string, unit: PointUnit, tz: string): string {
  if (unit === "day") return formatDay(point);
  if (unit === "label") return point;
  const [day = "", time = ""] = clockIn(tz, new Date(point)).split("T");
  return time < "01:00" ? formatDay(day) : time;
}
