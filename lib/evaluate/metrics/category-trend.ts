import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { readParts } from "./slices/parts-store.ts";
import { byDay, wholeWindow } from "./slices/spans.ts";

/** How often something was counted on a local day. */
export interface DailyCount {
  day: string;
  name: string;
  count: number;
}

/** Thumbs down per category and local day. */
export async function categoryTrend(filter: MetricFilter): Promise<DailyCount[]> {
  await refreshMetrics(filter.projectId);
  const parts = await readParts(filter, byDay(filter, filter.tz), { kinds: ["category_down"] });
  return parts.map(({ key: [day = ""], name, count }) => ({ day, name, count }));
}

/** Two categories in the same rating. */
export interface CategoryPair {
  categories: [string, string];
  count: number;
}

/** Pairs of categories in the same rating, most frequent first. */
export async function categoryPairs(filter: MetricFilter): Promise<CategoryPair[]> {
  await refreshMetrics(filter.projectId);
  const parts = await readParts(filter, wholeWindow(filter, filter.tz), { kinds: ["category_pair"] });
  return parts.map(({ name, count }) => ({ categories: JSON.parse(name) as [string, string], count }));
}

/** Counts of signals, most frequent first. */
export async function signalCounts(filter: MetricFilter): Promise<{ signal: string; count: number }[]> {
  await refreshMetrics(filter.projectId);
  const parts = await readParts(filter, wholeWindow(filter, filter.tz), { kinds: ["signal"] });
  return parts.map(({ name, count }) => ({ signal: name, count }));
}
