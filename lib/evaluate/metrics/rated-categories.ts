import type { Dimension } from "#lib/domain/dimensions.ts";
import { type CategoryCount, type CategoryRow, categoryRows, type PlacedCounts } from "./categories.ts";
import { countable } from "./countable.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { readGroups } from "./slices/groups-store.ts";
import { readParts } from "./slices/parts-store.ts";
import { wholeWindow } from "./slices/spans.ts";

/** The dimensions of each category's breakdown. */
const places = { model: ["model"], prompt: ["promptTemplate", "promptVersion"] } as const;

const nowhere: PlacedCounts = { counts: [], downs: [] };

/**
 * Categories in ratings, most frequent first, each with a breakdown by the models and prompt versions with the most
 * answers; without breakdowns if there are too many answers to scan.
 */
export async function categories(filter: MetricFilter): Promise<CategoryRow[]> {
  await refreshMetrics(filter.projectId);
  const { possible } = await countable(filter, [...places.model, ...places.prompt]);
  const [whole, byModel, byPrompt] = await Promise.all([
    readPlaced(filter, []),
    possible ? readPlaced(filter, places.model) : nowhere,
    possible ? readPlaced(filter, places.prompt) : nowhere,
  ]);
  return categoryRows(whole, byModel, byPrompt);
}

/** Counts of categories and of thumbs down, by dimensions of answers. */
async function readPlaced(filter: MetricFilter, by: readonly Dimension[]): Promise<PlacedCounts> {
  const spans = wholeWindow(filter, filter.tz);
  const groups = await readGroups(filter, spans, { by });
  const among = by.map((_, index) => [...new Set(groups.map(({ key }) => key[index + 1] ?? ""))]);
  const told = new Set(groups.map(({ key }) => JSON.stringify(key)));
  const counts = new Map<string, CategoryCount>();
  const parts = await readParts(filter, spans, { kinds: ["category_down", "category_else"], by, among });
  for (const { key, kind, name, count } of parts) {
    if (!told.has(JSON.stringify(key))) continue;
    const id = JSON.stringify([name, ...key]);
    const known = counts.get(id) ?? { category: name, ...placeOf(by, key), count: 0, downCount: 0 };
    known.count += count;
    if (kind === "category_down") known.downCount += count;
    counts.set(id, known);
  }
  const downs = groups.map(({ key, counts: own }) => ({ ...placeOf(by, key), thumbsDown: own.thumbsDown }));
  return { counts: [...counts.values()], downs };
}

function placeOf(by: readonly Dimension[], [, ...values]: readonly string[]) {
  const of = (dimension: Dimension) => values[by.indexOf(dimension)] ?? "";
  return {
    modelName: of("model"),
    promptTemplate: of("promptTemplate"),
    promptVersion: of("promptVersion"),
  };
}
