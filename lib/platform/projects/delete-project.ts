import { forgetKeys } from "../api-keys/key-cache.ts";
import { now } from "../clock.ts";
import { db, type Transaction } from "../db/client.ts";
import { Problem } from "../problem/index.ts";

/**
 * Deletes a project: it disappears, and its keys stop working, with the commit. Its data may be too much for one
 * transaction and is deleted by a job (lib/use-cases/erase-projects.ts).
 * @param typedName the project's name as typed by the person, for confirmation.
 * @throws Problem 400 if the name does not match, 404 if the project was already deleted.
 */
export async function deleteProject(projectId: string, typedName: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const project = await tx.project.findFirst({
      where: { projectId, deletedAt: null },
      select: { name: true },
    });
    if (!project) throw new Problem("not_found", "Project not found.");
    if (project.name !== typedName) {
      const errors = [{ path: "name", message: `must match the project's name, “${project.name}”` }];
      throw new Problem("invalid_body", "The name does not match the project's name.", { errors });
    }
    await endProjects(tx, [projectId]);
  });
  forgetKeys();
}

/**
 * Marks projects as deleted in a transaction. Personal data in their own rows is removed immediately, and their names
 * become free.
 */
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
