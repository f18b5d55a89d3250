import { type Deployment, findDeployments } from "./deployments.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import {
  type LoggedPrompt,
  type PromptLife,
  readFirstUses,
  readLastAt,
  readLoggedPrompts,
  readPromptLives,
} from "./slices/history-store.ts";
import { windowHours } from "./window.ts";

/** Maximum deployments of a window; the newest are kept. */
const DEPLOYMENTS_MAX = 200;

/**
 * The prompt versions and models that features started using in the window (the newest, if there are many). Of the
 * filter's dimensions, only the feature is used.
 */
export async function deployments(filter: MetricFilter): Promise<Deployment[]> {
  await refreshMetrics(filter.projectId);
  const { since, until } = windowHours(filter, filter.tz);
  const uses = await readFirstUses(filter.projectId, filter.feature, since, until);
  return findDeployments(uses, since, until).slice(-DEPLOYMENTS_MAX);
}

/**
 * The prompt versions of answers before the window's end, oldest first (the newest, if there are many). Only the
 * filter's feature is used.
 */
export async function promptLives(filter: MetricFilter): Promise<PromptLife[]> {
  await refreshMetrics(filter.projectId);
  const { until } = windowHours(filter, filter.tz);
  return readPromptLives(filter.projectId, filter.feature, until);
}

/** The prompt versions that a project's answers tell of, or those of one template, newest first. */
export async function loggedPrompts(projectId: string, template?: string): Promise<LoggedPrompt[]> {
  await refreshMetrics(projectId);
  return readLoggedPrompts(projectId, template);
}

/** The time of a project's newest answer, regardless of the window; null if it has none. */
export async function lastAnswerAt(projectId: string): Promise<Date | null> {
  await refreshMetrics(projectId);
  return readLastAt(projectId);
}
