import { forgetMetrics } from "#lib/evaluate/metrics/index";
import { deleteSampleProjectRows } from "#lib/platform/access/sample-project";
import { Problem } from "#lib/platform/problem/index";

/**
 * Deletes the organization's sample project with everything in it.
 * @throws Problem 404 when it has none.
 */
export async function deleteSampleProject(organizationId: string): Promise<void> {
  const deleted = await deleteSampleProjectRows(organizationId);
  if (deleted.length === 0) throw new Problem("not_found", "There is no sample project.");
  // What is counted carries the project's id without a foreign key, so nothing cascades to it.
  for (const projectId of deleted) await forgetMetrics(projectId);
}
