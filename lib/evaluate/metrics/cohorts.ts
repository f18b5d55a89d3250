import { refreshMetrics } from "./refresh.ts";
import type { CohortKind, MetricFilter } from "./schema.ts";
import { wholeWindow } from "./spans.ts";
import { readGroups } from "./store.ts";
import { NO_COUNTS, type Spreads, type Summary, summarise } from "./summary.ts";

/** What one cohort came to. */
export type CohortRow = Summary & { cohort: string };

/**
 * Every cohort of a kind that the window's answers were given to, the one with most answers first, and all answers, those of
 * no such cohort among them. A value of this kind that the filter asks for narrows neither down.
 */
export async function cohorts(
  filter: MetricFilter,
  kind: CohortKind,
  { histograms = [] }: Spreads = {},
): Promise<{ all: Summary; cohorts: CohortRow[] }> {
  await refreshMetrics(filter.projectId);
  const whole: MetricFilter = { ...filter, [kind]: undefined };
  const spans = wholeWindow(whole, whole.tz);
  const [[all], groups] = await Promise.all([
    readGroups(whole, spans, { histograms }),
    readGroups(whole, spans, { by: [kind], histograms }),
  ]);
  return {
    all: summarise(all?.counts ?? NO_COUNTS, all?.histograms),
    cohorts: groups.flatMap(({ key: [, cohort = ""], counts, histograms: read }) =>
      cohort === "" ? [] : [{ cohort, ...summarise(counts, read) }],
    ),
  };
}
