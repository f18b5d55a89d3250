import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { countCandidates } from "./slices/groups-store.ts";
import {
  readVersionDays,
  readVersionUsers,
  type VersionDay,
  type VersionUsers,
} from "./slices/version-users-store.ts";
import { windowHours } from "./window.ts";

/** Maximum answers of a window whose users are told apart. */
export const USERS_MAX = 500_000;

/** Two prompt versions by user, and the days on which they had answers. */
export interface VersionPair {
  users: VersionUsers[];
  days: VersionDay[];
  since: Date;
  until: Date;
}

/**
 * The thumbs of prompt versions by user, within a filter's dates. Of its dimensions only the prompt template is used.
 * @returns how many answers the window has, where these are too many to tell users apart.
 */
export async function versionUsers(
  filter: MetricFilter & { promptTemplate: string },
  versions: readonly string[],
): Promise<VersionPair | { candidates: number }> {
  const { projectId, promptTemplate, from, to, tz } = filter;
  await refreshMetrics(projectId);
  const candidates = await countCandidates({ projectId, from, to, tz });
  if (candidates > USERS_MAX) return { candidates };
  const { since, until } = windowHours(filter, tz);
  const window = { projectId, promptTemplate, versions, since, until };
  const [users, days] = await Promise.all([readVersionUsers(window), readVersionDays(window)]);
  return { users, days, since, until };
}
