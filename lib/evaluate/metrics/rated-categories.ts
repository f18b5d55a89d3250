import { type CategoryCount, type CategoryRow, categoryRows } from "./categories.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups, readParts } from "./store.ts";

/** The categories that ratings name, the most frequent first. */
export async function categories(filter: MetricFilter): Promise<CategoryRow[]> {
  await refreshMetrics(filter.projectId);
  const spans = wholeWindow(filter, filter.tz);
  const [[all], parts] = await Promise.all([
    readGroups(filter, spans),
    readParts(filter, spans, ["category", "category_down"], ["model"]),
  ]);
  const counts = new Map<string, CategoryCount>();
  for (const {
    key: [, modelName = ""],
    kind,
    name,
    count,
  } of parts) {
    const id = JSON.stringify([name, modelName]);
    const known = counts.get(id) ?? { category: name, modelName, count: 0, downCount: 0 };
    if (kind === "category") known.count += count;
    else known.downCount += count;
    counts.set(id, known);
  }
  return categoryRows([...counts.values()], all?.counts.thumbsDown ?? 0);
}
