import { deleteSampleProjectRows } from "#lib/platform/access/sample-project";
import { Problem } from "#lib/platform/problem/index";

/**
 * Deletes the organization's sample project with everything in it.
 * @throws Problem 404 when it has none.
 */
export async function deleteSampleProject(organizationId: string): Promise<void> {
  if (await deleteSampleProjectRows(organizationId)) return;
  throw new Problem("not_found", "There is no sample project.");
}
