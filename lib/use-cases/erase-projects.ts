import { holdCounting } from "../evaluate/metrics/index.ts";
import { holdIndexing } from "../observe/search/index.ts";
import { deletedProjects, emptyProject, removeProject } from "../platform/projects/erase-projects.ts";

/** How long one round lasts, in milliseconds: less than the time between two, so that two processes rarely meet. */
const ROUND_MS = 8_000;

/**
 * Takes away what deleted projects hold, for a while; what is left is for the next round. A project's own row goes last,
 * so that no round that broke off leaves anything behind.
 */
export async function eraseProjects(): Promise<void> {
  const until = performance.now() + ROUND_MS;
  for (const { projectId, settled } of await deletedProjects()) {
    const isEmpty = await emptyProject(projectId, until);
    if (isEmpty && settled) await removeProject(projectId, [holdCounting, holdIndexing]);
    if (performance.now() > until) return;
  }
}
