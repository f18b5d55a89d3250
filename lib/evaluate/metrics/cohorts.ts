import { refreshMetrics } from "./refresh.ts";
import type { CohortKind, MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { NO_COUNTS, type Spreads, type Summary, summarise } from "./summary.ts";

/** What one cohort came to. */
export type CohortRow = Summary & { cohort: string };

/** Every cohort of a kind that the window's answers were given to, the one with most answers first, and all answers. */
export async function cohorts(
  filter: MetricFilter,
  kind: CohortKind,
  { histograms = [] }: Spreads = {},
): Promise<{ all: Summary; cohorts: CohortRow[] }> {
  await refreshMetrics(filter.projectId);
  const { projectId, from, to, tz, feature } = filter;
  const plain = { projectId, from, to, tz, feature };
  const spans = wholeWindow(plain, tz);
  const [[all], groups] = await Promise.all([
    readGroups(plain, spans, { histograms }),
    readGroups({ ...plain, cohort: { kind } }, spans, { by: ["cohort"], histograms }),
  ]);
  return {
    all: summarise(all?.counts ?? NO_COUNTS, all?.histograms),
    cohorts: groups.map(({ key: [, cohort = ""], counts, histograms: read }) => ({
      cohort,
      ...summarise(counts, read),
    })),
  };
}
