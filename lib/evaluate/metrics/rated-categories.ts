import { type CategoryCount, type CategoryRow, categoryRows } from "./categories.ts";
import { countable } from "./countable.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups, readParts } from "./store.ts";

/** What each category is told of by. */
const places = ["model", "promptTemplate", "promptVersion"] as const;

/**
 * The categories that ratings name, the most frequent first, each also by model and by prompt version; by neither where
 * there are too many answers to be looked through for that.
 */
export async function categories(filter: MetricFilter): Promise<CategoryRow[]> {
  await refreshMetrics(filter.projectId);
  const spans = wholeWindow(filter, filter.tz);
  const by = (await countable(filter, places)).possible ? places : [];
  const [groups, parts] = await Promise.all([
    readGroups(filter, spans, { by }),
    readParts(filter, spans, ["category_down", "category_else"], by),
  ]);
  const counts = new Map<string, CategoryCount>();
  for (const { key, kind, name, count } of parts) {
    const id = JSON.stringify([name, ...key]);
    const known = counts.get(id) ?? { category: name, ...placeOf(key), count: 0, downCount: 0 };
    known.count += count;
    if (kind === "category_down") known.downCount += count;
    counts.set(id, known);
  }
  const downs = groups.map(({ key, counts: own }) => ({ ...placeOf(key), thumbsDown: own.thumbsDown }));
  return categoryRows([...counts.values()], downs);
}

const placeOf = ([, modelName = "", promptTemplate = "", promptVersion = ""]: readonly string[]) => ({
  modelName,
  promptTemplate,
  promptVersion,
});
