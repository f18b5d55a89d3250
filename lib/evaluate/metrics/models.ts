import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { type Spreads, type Summary, summarise } from "./summary.ts";

/** What one model came to with one prompt. */
export type ModelRow = Summary & {
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
};

/** What one model came to over all prompts. */
export type ModelSummary = Summary & { modelName: string };

/** One row for each model and prompt that the window's answers came from, the one with most answers first. */
export async function models(filter: MetricFilter): Promise<ModelRow[]> {
  await refreshMetrics(filter.projectId);
  const groups = await readGroups(filter, wholeWindow(filter, filter.tz), {
    by: ["model", "promptTemplate", "promptVersion"],
    histograms: ["latency"],
  });
  return groups.map(({ key: [, modelName = "", promptTemplate, promptVersion], counts, histograms }) => ({
    modelName,
    promptTemplate: promptTemplate || null,
    promptVersion: promptVersion || null,
    ...summarise(counts, histograms),
  }));
}

/** One row for each model, the one with most answers first. */
export async function modelSummaries(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<ModelSummary[]> {
  await refreshMetrics(filter.projectId);
  const groups = await readGroups(filter, wholeWindow(filter, filter.tz), { by: ["model"], histograms });
  return groups.map(({ key: [, modelName = ""], counts, histograms: read }) => ({
    modelName,
    ...summarise(counts, read),
  }));
}
