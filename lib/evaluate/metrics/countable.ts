import type { Dimension } from "#lib/domain/dimensions.ts";
import { refreshMetrics } from "./refresh.ts";
import { type MetricFilter, SINGLE_MAX } from "./schema.ts";
import { countsSingly } from "./slices/choose-source.ts";
import { countCandidates } from "./slices/groups-store.ts";

/** How a filter is counted. */
export interface Countable {
  /** Whether it is counted from individual answers, because no aggregate supports it. */
  singly: boolean;
  /** The number of answers in its window and feature to scan; 0 if none are scanned. */
  candidates: number;
  /** Whether they are few enough. */
  possible: boolean;
}

/** How a filter is counted, optionally with a grouping, and whether it can be. */
export async function countable(filter: MetricFilter, by: readonly Dimension[] = []): Promise<Countable> {
  if (!countsSingly(filter, by)) return { singly: false, candidates: 0, possible: true };
  await refreshMetrics(filter.projectId);
  const candidates = await countCandidates(filter);
  return { singly: true, candidates, possible: candidates <= SINGLE_MAX };
}
