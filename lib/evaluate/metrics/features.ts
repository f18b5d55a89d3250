import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { type Spreads, type Summary, summarise } from "./summary.ts";

/**
 * What one feature came to. `lastAt` is when its last answer in the window was given; in a window that ends in the past
 * and at no midnight of UTC's it may be up to half a day too late.
 */
export type FeatureRow = Summary & { featureName: string; lastAt: Date | null };

/** One row for each feature, the one with most answers first. */
export async function features(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<FeatureRow[]> {
  await refreshMetrics(filter.projectId);
  const groups = await readGroups(filter, wholeWindow(filter, filter.tz), { by: ["feature"], histograms });
  return groups.map(({ key: [, featureName = ""], counts, histograms: read, lastAt }) => ({
    featureName,
    lastAt,
    ...summarise(counts, read),
  }));
}
