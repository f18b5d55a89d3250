import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { type Spreads, type Summary, summarise } from "./summary.ts";

/** What one version of a prompt came to over all models. Both are null for answers that name no prompt. */
export type PromptVersionRow = Summary & { promptTemplate: string | null; promptVersion: string | null };

/** One row for each prompt version that the window's answers came from, the one with most answers first. */
export async function promptVersions(
  filter: MetricFilter,
  { histograms = ["latency"] }: Spreads = {},
): Promise<PromptVersionRow[]> {
  await refreshMetrics(filter.projectId);
  const groups = await readGroups(filter, wholeWindow(filter, filter.tz), {
    by: ["promptTemplate", "promptVersion"],
    histograms,
  });
  return groups.map(({ key: [, promptTemplate, promptVersion], counts, histograms: read }) => ({
    promptTemplate: promptTemplate || null,
    promptVersion: promptVersion || null,
    ...summarise(counts, read),
  }));
}
