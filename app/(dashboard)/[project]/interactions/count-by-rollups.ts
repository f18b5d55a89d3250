import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import type { ListName } from "#components/dashboard/list-address.ts";
import { countsSingly, wholeSummary } from "#lib/evaluate/metrics/index.ts";
import type { ListTotal } from "#lib/observe/interactions/index.ts";

/**
 * What a list has that is too long to be counted row by row, as far as the rollups know it: all interactions of the page's
 * window and filters exactly; of what only a list can be asked for, no more than was counted.
 */
export async function countByRollups(
  { filter }: ProjectPage,
  chosen: Partial<Record<ListName, string>>,
  counted: ListTotal,
): Promise<ListTotal> {
  const { rating, ...others } = chosen;
  if (Object.keys(others).length > 0 || (rating !== undefined && rating !== "rated")) return counted;
  if (countsSingly(filter)) return counted;
  const { interactions, rated, ratings } = await wholeSummary(filter);
  return rating === undefined
    ? { interactions, ratings: null, complete: true }
    : { interactions: rated, ratings, complete: true };
}
