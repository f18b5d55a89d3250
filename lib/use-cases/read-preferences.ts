import type { FeedbackSource } from "../domain/rating.ts";
import { answerWindow, type MetricFilter } from "../evaluate/metrics/index.ts";
import {
  countPairs,
  listPairs,
  type Pair,
  type PairAsked,
  type PreferenceShare,
  preferenceShares,
} from "../observe/preferences/index.ts";

/** How models and prompt versions did where two answers were compared. */
export interface Preferences {
  models: PreferenceShare[];
  promptVersions: PreferenceShare[];
}

/** What was preferred in a window; users' comparisons unless teammates' are asked for. */
export async function readPreferences(
  filter: MetricFilter,
  source: FeedbackSource = "user",
): Promise<Preferences> {
  const pairs = await countPairs(filter.projectId, { ...answerWindow(filter), source });
  return { models: preferenceShares(pairs, "model"), promptVersions: preferenceShares(pairs, "prompt") };
}

/** The newest pairs that a figure of {@link readPreferences} counts, and how many there are. */
export const readPairs = (
  filter: MetricFilter,
  asked: PairAsked,
): Promise<{ pairs: Pair[]; total: number }> =>
  listPairs(filter.projectId, { ...answerWindow(filter), source: "user" }, asked);
