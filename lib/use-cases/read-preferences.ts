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

/** Preferences by model and prompt version. */
export interface Preferences {
  models: PreferenceShare[];
  promptVersions: PreferenceShare[];
}

/** The preferences in a window: users' by default, or teammates'. */
export async function readPreferences(
  filter: MetricFilter,
  source: FeedbackSource = "user",
): Promise<Preferences> {
  const pairs = await countPairs(filter.projectId, { ...answerWindow(filter), source });
  return { models: preferenceShares(pairs, "model"), promptVersions: preferenceShares(pairs, "prompt") };
}

/** The newest pairs counted in a figure of {@link readPreferences}, and their total number. */
export const readPairs = (
  filter: MetricFilter,
  asked: PairAsked,
): Promise<{ pairs: Pair[]; total: number }> =>
  listPairs(filter.projectId, { ...answerWindow(filter), source: "user" }, asked);
