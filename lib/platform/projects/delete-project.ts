import { forgetKeys } from "../api-keys/key-cache.ts";
import { now } from "../clock.ts";
import { db, type Transaction } from "../db/client.ts";
import { Problem } from "../problem/index.ts";

/**
 * Deletes a project: from the commit on nobody finds it and its keys are unknown. What it holds may be too much for one
 * transaction, and is taken away by a job, from its next round on (lib/use-cases/erase-projects.ts).
 * @param typedName the project's name as the person typed it, to be sure which is meant.
 * @throws Problem 400 when that is not its name, 404 when it was deleted already.
 */
export async function deleteProject(projectId: string, typedName: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await tx.project.findFirst({
      where: { projectId, deletedAt: null },
      select: { name: true },
    });
    if (!project) throw new Problem("not_found", "There is no such project.");
    if (project.name !== typedName) {
      const errors = [{ path: "name", message: `must be the project's name, “${project.name}”` }];
      throw new Problem("invalid_body", "The name is not the project's.", { errors });
    }
    await endProjects(tx, [projectId]);
  });
  forgetKeys();
}

/** Ends projects inside a transaction; what people wrote into their own rows goes at once, and their names are free. */
export async function endProjects(tx: Transaction, projectIds: readonly string[]): Promise<void> {
  for (const projectId of projectIds) {
    await tx.apiKey.deleteMany({ where: { projectId } });
    await tx.project.update({
      where: { projectId },
      data: {
        deletedAt: now(),
        name: `deleted ${projectId}`,
        slug: `deleted-${projectId}`,
        isSample: false,
        redactionPatterns: [],
      },
      select: { projectId: true },
    });
  }
}
