import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { NO_COUNTS, type Summary, summarise } from "./summary.ts";
import { previousWindow } from "./window.ts";

/** The whole of the window, and the window of the same length just before. */
export async function overview(filter: MetricFilter): Promise<{ current: Summary; previous: Summary }> {
  await refreshMetrics(filter.projectId);
  const [current, previous] = await Promise.all([
    total(filter),
    total({ ...filter, ...previousWindow(filter) }),
  ]);
  return { current, previous };
}

async function total(filter: MetricFilter): Promise<Summary> {
  const [all] = await readGroups(filter, wholeWindow(filter, filter.tz), { histograms: ["latency"] });
  return summarise(all?.counts ?? NO_COUNTS, all?.histograms);
}
