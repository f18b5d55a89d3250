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
 * A reader counts itself what is at most so many answers, less than a second's work; it does not wait for more, which the
 * job counts within seconds.
 */
const READERS_COUNT = 15_000;

/**
 * Brings a project's rollups up to all that was committed before the call. Every query begins with it, so that a rating
 * is seen by the next read; where so much is written all the time that reading would wait for counting, the query reads
 * what the job has counted.
 */
export const refreshMetrics: (projectId: string) => Promise<void> = shareRuns((projectId) =>
  refreshLittle(projectId, READERS_COUNT),
);

/** The same for the job: however much it is. */
export const countMetrics: (projectId: string) => Promise<void> = shareRuns((projectId) =>
  refreshRollups(projectId),
);

/** The projects that have something to count. */
export const projectsToCount: () => Promise<string[]> = dueProjects;

/** How long busy hours are kept by the minute, in milliseconds: by then few ratings still come. */
const MINUTES_KEPT = 3 * 86_400_000;

/** Takes away what was kept by the minute for long enough. */
export const forgetOldMinutes = (now: Date): Promise<void> =>
  forgetMinutes(new Date(now.getTime() - MINUTES_KEPT));

/** Counts all of a project again, as after a change of what is counted; `onProgress` hears how far that is. */
export const rebuildMetrics = (
  projectId: string,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<void> => rebuildRollups(projectId, onProgress);
