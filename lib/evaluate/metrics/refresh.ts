import {
  dueProjects,
  forgetMinutes,
  forgetRollups,
  markAllMinutes,
  refreshRollups,
} from "./rollups/rollup-store.ts";
import { shareRuns } from "./share-runs.ts";

/**
 * Brings a project's rollups up to all that was committed before the call. Every query begins with it, so that a rating
 * is seen by the next read.
 */
export const refreshMetrics: (projectId: string) => Promise<void> = shareRuns((projectId) =>
  refreshRollups(projectId),
);

/** How long busy hours are kept by the minute, in milliseconds: by then few ratings still come. */
const MINUTES_KEPT = 3 * 86_400_000;

/** The same for every project that has something to count, one after the other. */
export async function refreshAllMetrics(now: Date): Promise<void> {
  for (const projectId of await dueProjects()) {
    await refreshMetrics(projectId);
    await forgetMinutes(projectId, new Date(now.getTime() - MINUTES_KEPT));
  }
}

/** Takes away all that was counted of a project that was deleted. */
export const forgetMetrics: (projectId: string) => Promise<void> = forgetRollups;

/** Counts all of a project again, as after a change of what is counted. */
export async function rebuildMetrics(projectId: string): Promise<void> {
  await markAllMinutes(projectId);
  await refreshMetrics(projectId);
}
