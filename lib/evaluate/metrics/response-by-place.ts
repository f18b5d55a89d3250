import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { type Summary, summarise } from "./summary.ts";

/** What one model came to in one feature; no histogram is read. */
export type PlaceRow = Summary & { featureName: string; modelName: string };

/** Where answers are rated and where not: one row for each feature and model, the one with most answers first. */
export async function responseByPlace(filter: MetricFilter): Promise<PlaceRow[]> {
  await refreshMetrics(filter.projectId);
  const groups = await readGroups(filter, wholeWindow(filter, filter.tz), { by: ["feature", "model"] });
  return groups.map(({ key: [, featureName = "", modelName = ""], counts }) => ({
    featureName,
    modelName,
    ...summarise(counts),
  }));
}
