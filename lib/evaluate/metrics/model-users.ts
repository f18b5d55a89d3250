import { startOfNewest } from "./newest-hours.ts";
import { refreshMetrics } from "./refresh.ts";
import { type MetricFilter, SINGLE_MAX } from "./schema.ts";
import {
  hasAnswers,
  type ModelReading,
  readAnswerHours,
  readModelUsers,
} from "./slices/model-users-store.ts";
import { USERS_MAX } from "./version-users.ts";
import { windowHours } from "./window.ts";

/** The models of a feature by user, and the time of the answers that were read. */
export interface ModelsByUser extends ModelReading {
  since: Date;
  until: Date;
  /** Whether the window had more answers than are read, so that its older part is left out. */
  shortened: boolean;
}

/**
 * The thumbs, corrections, latency and cost of some models of a feature by user: the newest answers of the window, as
 * many as can be read without delay. Of the filter's dimensions only the feature is used.
 */
export async function modelUsers(
  filter: MetricFilter & { feature: string },
  models: readonly string[],
): Promise<ModelsByUser> {
  const { projectId, feature, tz } = filter;
  await refreshMetrics(projectId);
  const window = windowHours(filter, tz);
  const hours = await readAnswerHours({ projectId, feature, ...window });
  const newest = startOfNewest(hours, { all: USERS_MAX, own: SINGLE_MAX });
  const shortened = newest !== null && hours.some(({ start }) => start < newest);
  const since = shortened && newest ? newest : window.since;
  const reading = await readModelUsers({ projectId, feature, models, tz, since, until: window.until });
  return { ...reading, since, until: window.until, shortened };
}

/** Whether a project ever had an answer of a feature. */
export async function isKnownFeature(projectId: string, feature: string): Promise<boolean> {
  await refreshMetrics(projectId);
  return hasAnswers(projectId, feature);
}
