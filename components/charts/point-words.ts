import { clockIn } from "#lib/domain/calendar";
import { dayWords, momentWords } from "../dashboard/words.ts";
import type { PointUnit } from "./series-data.ts";

/** What a point is called where there is room: "21 Nov 2026", "21 Nov 2026, 14:00". */
export function pointWords(point: string, unit: PointUnit, tz: string): string {
  if (unit === "day") return dayWords(point, true);
  return unit === "hour" ? momentWords(new Date(point), tz) : point;
}

/** What a point is called at an axis: "21 Nov", "14:00", and of the hour that begins a day, its date. */
export function tickPointWords(point: string, unit: PointUnit, tz: string): string {
  if (unit === "day") return dayWords(point);
  if (unit === "label") return point;
  const [day = "", time = ""] = clockIn(tz, new Date(point)).split("T");
  return time < "01:00" ? dayWords(day) : time;
}
