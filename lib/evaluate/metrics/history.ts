import { type Deployment, deploymentsOf } from "./deployments.ts";
import { type PromptLife, readFirstUses, readLastAt, readPromptLives } from "./history-store.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { hoursOf } from "./window.ts";

/** Which prompt versions and models features began to use in the window. Of the filter's dimensions only its feature counts. */
export async function deployments(filter: MetricFilter): Promise<Deployment[]> {
  await refreshMetrics(filter.projectId);
  const { since, until } = hoursOf(filter, filter.tz);
  return deploymentsOf(await readFirstUses(filter.projectId, filter.feature, since, until), since, until);
}

/** Every prompt version that answers had before the window's end, the oldest first. Only the filter's feature counts. */
export async function promptLives(filter: MetricFilter): Promise<PromptLife[]> {
  await refreshMetrics(filter.projectId);
  const { until } = hoursOf(filter, filter.tz);
  return readPromptLives(filter.projectId, filter.feature, until);
}

/** When a project's newest answer was given, whatever the window; null when it has none. */
export async function lastAnswerAt(projectId: string): Promise<Date | null> {
  await refreshMetrics(projectId);
  return readLastAt(projectId);
}
