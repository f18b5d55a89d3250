import { type Rate, rate } from "#lib/domain/rate.ts";

/** How often one category was given to answers of one model and prompt version; "" stands for none. */
export interface CategoryCount {
  category: string;
  modelName: string;
  promptTemplate: string;
  promptVersion: string;
  /** Ratings of any type with it. */
  count: number;
  /** Thumbs-down with it. */
  downCount: number;
}

/** The thumbs-down of one model and prompt version. */
export type ThumbsDown = Pick<CategoryCount, "modelName" | "promptTemplate" | "promptVersion"> & {
  thumbsDown: number;
};

/** Counts of categories and of thumbs-down in the same places. */
export interface PlacedCounts {
  counts: readonly CategoryCount[];
  downs: readonly ThumbsDown[];
}

/** How often a category was given. */
export interface Named {
  /** Ratings of any type with it. */
  count: number;
  /** Thumbs-down with it. */
  downCount: number;
  /** Thumbs-down with it of all thumbs-down there. One rating may have several: shares do not add up to 1. */
  share: Rate;
}

/** One category over all answers. */
export type CategoryRow = Named & {
  category: string;
  /** The same by model, the most frequent first; its share is of the model's own thumbs-down. */
  models: (Named & { modelName: string })[];
  /** The same by prompt version; answers that name no prompt are left out. */
  promptVersions: (Named & { promptTemplate: string | null; promptVersion: string | null })[];
};

/** Gathers the counts of each category, the most frequent first, and sets them against all thumbs-down. */
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

/** Counts by a key, the key with most ratings first. */
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
  // The two are read one after the other: a rating that was taken back in between must not make more of part than of all.
  const share = rate(Math.min(downCount, thumbsDown), thumbsDown);
  return { count: sumOf(counts, "count"), downCount, share };
}

const sumOf = (counts: readonly CategoryCount[], field: "count" | "downCount"): number =>
  counts.reduce((total, count) => total + count[field], 0);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
