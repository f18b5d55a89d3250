import { type RebuildProgress, rebuildRollups } from "./rollups/rebuild-store.ts";
import {
  dueProjects,
  forgetMinutes,
  lockCounting,
  refreshLittle,
  refreshRollups,
} from "./rollups/rollup-store.ts";
import { shareRuns } from "./single-flight.ts";

export type { RebuildProgress };

export { lockCounting as holdCounting };

/**
 * A reader counts up to this many answers itself, less than a second's work. More is left to the job, which counts it
 * within seconds.
 */
const READERS_COUNT = 15_000;

/**
 * Updates a project's rollups with everything committed before the call. Every query starts with it, so that the next
 * read sees a rating. Under constant heavy writes, a query reads what the job has counted instead of waiting.
 */
export const refreshMetrics: (projectId: string) => Promise<void> = shareRuns((projectId) =>
  refreshLittle(projectId, READERS_COUNT),
);

/** The same for the job, without a limit. */
export const countMetrics: (projectId: string) => Promise<void> = shareRuns((projectId) =>
  refreshRollups(projectId),
);

/** The projects with pending counts. */
export const projectsToCount: () => Promise<string[]> = dueProjects;

/** How long busy hours are kept by the minute, in milliseconds: later, few ratings arrive. */
const MINUTES_KEPT = 3 * 86_400_000;

/** Deletes minute slices that are old enough. */
export const forgetOldMinutes = (now: Date): Promise<void> =>
  forgetMinutes(new Date(now.getTime() - MINUTES_KEPT));

/** Rebuilds all metrics of a project, as after a change of how they are counted, and reports to `onProgress`. */
export const rebuildMetrics = (
  projectId: string,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<void> => rebuildRollups(projectId, onProgress);
