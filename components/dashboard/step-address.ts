import { localDate } from "#lib/domain/calendar";
import type { TrendUnit } from "#lib/evaluate/metrics/index";
import type { SearchParams } from "./address.ts";
import { keptAddress } from "./kept-address.ts";

/** Where the interactions of a point in time are: those of its local day, within the filters of the page at hand. */
export function stepAddress(
  at: string,
  { base, search, unit, tz }: { base: string; search: SearchParams; unit: TrendUnit; tz: string },
  more: Record<string, string> = {},
): string {
  const day = unit === "day" ? at : localDate(tz, new Date(at));
  return keptAddress(`${base}/interactions`, { ...search, days: undefined }, { from: day, to: day, ...more });
}
