import { type Rate, rate } from "#lib/domain/rate.ts";

/** How often a category was given to answers of a model and prompt version; "" means none. */
export interface CategoryCount {
  category: string;
  modelName: string;
  promptTemplate: string;
  promptVersion: string;
  /** Ratings of any type with this category. */
  count: number;
  /** Thumbs down with this category. */
  downCount: number;
}

/** The thumbs down of a model and prompt version. */
export type ThumbsDown = Pick<CategoryCount, "modelName" | "promptTemplate" | "promptVersion"> & {
  thumbsDown: number;
};

/** Counts of categories and of thumbs down in the same places. */
export interface PlacedCounts {
  counts: readonly CategoryCount[];
  downs: readonly ThumbsDown[];
}

/** How often a category was given. */
export interface Named {
  /** Ratings of any type with this category. */
  count: number;
  /** Thumbs down with this category. */
  downCount: number;
  /**
   * Share of the thumbs down there that have this category. A rating can have several, so shares do not add up to 1.
   */
  share: Rate;
}

/** One category over all answers. */
export type CategoryRow = Named & {
  category: string;
  /** By model, most frequent first; shares are of the model's thumbs down. */
  models: (Named & { modelName: string })[];
  /** By prompt version, without answers that have no prompt. */
  promptVersions: (Named & { promptTemplate: string | null; promptVersion: string | null })[];
};

/** Groups counts by category, most frequent first, with shares of all thumbs down. */
export function categoryRows(
  whole: PlacedCounts,
  byModel: PlacedCounts,
  byPrompt: PlacedCounts,
): CategoryRow[] {
  const downOf = {
    all: downBy(whole.downs, () => ""),
    model: downBy(byModel.downs, modelKey),
    prompt: downBy(byPrompt.downs, promptKey),
  };
  const ofModels = Map.groupBy(byModel.counts, ({ category }) => category);
  const ofPrompts = Map.groupBy(byPrompt.counts, ({ category }) => category);
  return [...Map.groupBy(whole.counts, ({ category }) => category)]
    .map(([category, own]) => ({
      category,
      ...named(own, downOf.all.get("")),
      models: gather(ofModels.get(category) ?? [], modelKey).flatMap(([modelName, part]) =>
        modelName === "" ? [] : [{ modelName, ...named(part, downOf.model.get(modelName)) }],
      ),
      promptVersions: gather(ofPrompts.get(category) ?? [], promptKey).flatMap(([key, part]) => {
        const { promptTemplate = "", promptVersion = "" } = part[0] ?? {};
        if (promptTemplate === "" && promptVersion === "") return [];
        const names = { promptTemplate: promptTemplate || null, promptVersion: promptVersion || null };
        return [{ ...names, ...named(part, downOf.prompt.get(key)) }];
      }),
    }))
    .sort((a, b) => b.count - a.count || order(a.category, b.category));
}

type Place = Pick<CategoryCount, "modelName" | "promptTemplate" | "promptVersion">;

const modelKey = ({ modelName }: Place): string => modelName;
const promptKey = (place: Place): string => JSON.stringify([place.promptTemplate, place.promptVersion]);

/** Counts by key, most ratings first. */
const gather = (
  counts: readonly CategoryCount[],
  key: (place: Place) => string,
): [string, CategoryCount[]][] =>
  [...Map.groupBy(counts, key)].sort(
    ([one, own], [other, others]) => sumOf(others, "count") - sumOf(own, "count") || order(one, other),
  );

function downBy(downs: readonly ThumbsDown[], key: (place: Place) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const down of downs) sums.set(key(down), (sums.get(key(down)) ?? 0) + down.thumbsDown);
  return sums;
}

function named(counts: readonly CategoryCount[], thumbsDown = 0): Named {
  const downCount = sumOf(counts, "downCount");
  // The two are read one after the other; a rating removed in between must not make a part larger than the whole.
  const share = rate(Math.min(downCount, thumbsDown), thumbsDown);
  return { count: sumOf(counts, "count"), downCount, share };
}

const sumOf = (counts: readonly CategoryCount[], field: "count" | "downCount"): number =>
  counts.reduce((total, count) => total + count[field], 0);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
