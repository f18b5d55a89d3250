import { holdExperiments } from "../act/experiments/index.ts";
import { holdCombinations, holdCounting } from "../evaluate/metrics/index.ts";
import { holdIndexing } from "../observe/search/index.ts";
import { deletedProjects, emptyProject, removeProject } from "../platform/projects/erase-projects.ts";

/** Duration of a round in milliseconds: shorter than the interval, so that two processes rarely overlap. */
const ROUND_MS = 8_000;

/**
 * Erases the data of deleted projects for a limited time; the rest is left to the next round. A project's own row is
 * deleted last, so that an interrupted round leaves nothing behind.
 */
export async function eraseProjects(): Promise<void> {
  const until = performance.now() + ROUND_MS;
  for (const { projectId, settled } of await deletedProjects()) {
    const isEmpty = await emptyProject(projectId, until);
    if (isEmpty && settled)
      await removeProject(projectId, [holdCounting, holdCombinations, holdExperiments, holdIndexing]);
    if (performance.now() > until) return;
  }
}
