import { addDays } from "#lib/domain/calendar.ts";
import type { TrendUnit } from "#lib/evaluate/metrics/index.ts";
import type { CountedWindow } from "./figure-population.ts";

const HOUR_MS = 3_600_000;

/** The time that the value at a step is of: the step itself, or so many steps up to it. */
export function stepWindow(at: string, unit: TrendUnit, tz: string, pooled = 1): CountedWindow {
  if (unit === "day") return { from: addDays(at, 1 - pooled), to: at };
  const end = Date.parse(at) + HOUR_MS;
  return { since: new Date(end - pooled * HOUR_MS), until: new Date(end), tz };
}
