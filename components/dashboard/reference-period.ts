import { addDays } from "#lib/domain/calendar.ts";
import { param, type SearchParams } from "./address.ts";
import { type Period, previousPeriod } from "./period.ts";

/** What a window is compared with: the one of the same length just before, or the days before it as a baseline. */
export type ReferenceKind = "previous" | "baseline";

/** How many days before the window the baseline is of. */
export const BASELINE_DAYS = 90;

/** What an address compares with, one thing at a time; null for nothing. */
export function referenceKind(search: SearchParams): ReferenceKind | null {
  const asked = param(search, "compare");
  if (asked === "off") return null;
  return asked === "baseline" ? "baseline" : "previous";
}

/** The local dates of it, both inclusive. */
export function referencePeriod(kind: ReferenceKind, period: Period): { from: string; to: string } {
  if (kind === "previous") return previousPeriod(period);
  return { from: addDays(period.from, -BASELINE_DAYS), to: addDays(period.from, -1) };
}

/** How it is called within a sentence. */
export const referenceNames: Record<ReferenceKind, string> = {
  previous: "the previous period",
  baseline: `the baseline, ${BASELINE_DAYS} days before`,
};
