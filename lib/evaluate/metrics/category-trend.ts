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

/** How often each category stood beside a thumbs-down, by local day. */
export async function categoryTrend(filter: MetricFilter): Promise<DailyCount[]> {
  await refreshMetrics(filter.projectId);
  const parts = await readParts(filter, byDay(filter, filter.tz), { kinds: ["category_down"] });
  return parts.map(({ key: [day = ""], name, count }) => ({ day, name, count }));
}

/** Two categories that one rating names together. */
export interface CategoryPair {
  categories: [string, string];
  count: number;
}

/** How often categories stood beside each other, the most frequent pair first. */
export async function categoryPairs(filter: MetricFilter): Promise<CategoryPair[]> {
  await refreshMetrics(filter.projectId);
  const parts = await readParts(filter, wholeWindow(filter, filter.tz), { kinds: ["category_pair"] });
  return parts.map(({ name, count }) => ({ categories: JSON.parse(name) as [string, string], count }));
}

/** How often each signal was seen, the most frequent first. */
export async function signalCounts(filter: MetricFilter): Promise<{ signal: string; count: number }[]> {
  await refreshMetrics(filter.projectId);
  const parts = await readParts(filter, wholeWindow(filter, filter.tz), { kinds: ["signal"] });
  return parts.map(({ name, count }) => ({ signal: name, count }));
}
