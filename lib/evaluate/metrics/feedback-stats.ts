import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { type StatsRow, statsRow } from "./stats.ts";
import { readGroups } from "./store.ts";

/** One row for each model and prompt version of a window's answers, whether they were rated or not. */
export async function feedbackStats(filter: MetricFilter): Promise<StatsRow[]> {
  await refreshMetrics(filter.projectId);
  const spans = wholeWindow(filter, filter.tz);
  const groups = await readGroups(filter, spans, { by: ["model", "promptVersion"] });
  return groups.map(({ key: [, ...names], counts }) => statsRow(names, counts));
}
