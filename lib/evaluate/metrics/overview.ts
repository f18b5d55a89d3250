import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { NO_COUNTS, type Spreads, type Summary, summarise } from "./summary.ts";
import { previousWindow } from "./window.ts";

/** The whole of the window, and the window of the same length just before. */
export async function overview(filter: MetricFilter): Promise<{ current: Summary; previous: Summary }> {
  const asked = { histograms: ["latency"] } as const;
  const [current, previous] = await Promise.all([
    wholeSummary(filter, asked),
    wholeSummary({ ...filter, ...previousWindow(filter) }, asked),
  ]);
  return { current, previous };
}

/** The whole of the window. */
export async function wholeSummary(
  filter: MetricFilter,
  { histograms = [] }: Spreads = {},
): Promise<Summary> {
  await refreshMetrics(filter.projectId);
  const [all] = await readGroups(filter, wholeWindow(filter, filter.tz), { histograms });
  return summarise(all?.counts ?? NO_COUNTS, all?.histograms);
}
