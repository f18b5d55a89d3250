import { type Deployment, findDeployments } from "./deployments.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { type PromptLife, readFirstUses, readLastAt, readPromptLives } from "./slices/history-store.ts";
import { windowHours } from "./window.ts";

/** Most deployments of a window that are told, the newest. */
const DEPLOYMENTS_MAX = 200;

/** Which prompt versions and models features began to use in the window, the newest of many. Of the filter's dimensions only its feature counts. */
export async function deployments(filter: MetricFilter): Promise<Deployment[]> {
  await refreshMetrics(filter.projectId);
  const { since, until } = windowHours(filter, filter.tz);
  const uses = await readFirstUses(filter.projectId, filter.feature, since, until);
  return findDeployments(uses, since, until).slice(-DEPLOYMENTS_MAX);
}

/** The prompt versions that answers had before the window's end, the oldest first; of many the newest. Only the filter's feature counts. */
export async function promptLives(filter: MetricFilter): Promise<PromptLife[]> {
  await refreshMetrics(filter.projectId);
  const { until } = windowHours(filter, filter.tz);
  return readPromptLives(filter.projectId, filter.feature, until);
}

/** When a project's newest answer was given, whatever the window; null when it has none. */
export async function lastAnswerAt(projectId: string): Promise<Date | null> {
  await refreshMetrics(projectId);
  return readLastAt(projectId);
}
