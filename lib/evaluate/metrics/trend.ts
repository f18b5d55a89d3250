import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { byDay } from "./spans.ts";
import { readGroups } from "./store.ts";
import { NO_COUNTS, type Summary, summarise } from "./summary.ts";
import { datesOf } from "./window.ts";

/** What one local day came to; a day without answers has counts of 0 and rates of null. */
export type TrendDay = Summary & { day: string };

/** One entry for every local day of the window, also for those without answers. */
export async function trend(filter: MetricFilter): Promise<TrendDay[]> {
  await refreshMetrics(filter.projectId);
  const read = await readGroups(filter, byDay(filter, filter.tz), { histograms: ["latency"] });
  const groups = new Map(read.map((group) => [group.key[0], group]));
  return datesOf(filter).map((day) => {
    const group = groups.get(day);
    return { day, ...summarise(group?.counts ?? NO_COUNTS, group?.histograms) };
  });
}
