import type { MuteWindow } from "#lib/domain/alert-rule.ts";
import { addDays, clockIn } from "#lib/domain/calendar.ts";

/** Whether a moment is in one of the windows. Their ends do not belong to them. */
export const isMuted = (windows: readonly MuteWindow[], at: Date): boolean =>
  windows.some((window) =>
    window.type === "once" ? at >= window.from && at < window.until : isWithin(window, at),
  );

/** A window over midnight belongs to the weekday on which it begins. */
function isWithin({ weekdays, from, to, tz }: MuteWindow & { type: "weekly" }, at: Date): boolean {
  const [day = "", time = ""] = clockIn(tz, at).split("T");
  const isOn = (date: string) => weekdays.includes(weekdayOf(date));
  if (from < to) return isOn(day) && time >= from && time < to;
  return (isOn(day) && time >= from) || (isOn(addDays(day, -1)) && time < to);
}

/** 1 for Monday to 7 for Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
