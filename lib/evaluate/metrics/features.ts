import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { type Summary, summarise } from "./summary.ts";

/** What one feature came to. `lastAt` is when its last answer in the window was given. */
export type FeatureRow = Summary & { featureName: string; lastAt: Date | null };

/** One row for each feature, the one with most answers first. */
export async function features(filter: MetricFilter): Promise<FeatureRow[]> {
  await refreshMetrics(filter.projectId);
  const groups = await readGroups(filter, wholeWindow(filter, filter.tz), {
    by: ["feature"],
    histograms: ["latency"],
  });
  return groups.map(({ key: [, featureName = ""], counts, histograms, lastAt }) => ({
    featureName,
    lastAt,
    ...summarise(counts, histograms),
  }));
}
