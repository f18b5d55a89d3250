import type { Dimension } from "#lib/domain/dimensions.ts";
import { refreshMetrics } from "./refresh.ts";
import { type MetricFilter, SINGLE_MAX } from "./schema.ts";
import { countsSingly } from "./slices/choose-source.ts";
import { countCandidates } from "./slices/groups-store.ts";

/** How a filter is counted. */
export interface Countable {
  /** Whether from single answers, where no aggregate has all that it asks for. */
  singly: boolean;
  /** How many answers its window and feature have that would be looked through; 0 where none are. */
  candidates: number;
  /** Whether that are few enough. */
  possible: boolean;
}

/** How a filter, by itself or with a grouping, is counted, and whether it can be. */
export async function countable(filter: MetricFilter, by: readonly Dimension[] = []): Promise<Countable> {
  if (!countsSingly(filter, by)) return { singly: false, candidates: 0, possible: true };
  await refreshMetrics(filter.projectId);
  const candidates = await countCandidates(filter);
  return { singly: true, candidates, possible: candidates <= SINGLE_MAX };
}
