import { BASELINE_DAYS, type ReferenceKind } from "#components/format/reference.ts";
import { addDays } from "#lib/domain/calendar.ts";
import { param, type SearchParams } from "./address.ts";
import { type Period, previousPeriod } from "./period.ts";

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
