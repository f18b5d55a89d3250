import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";
import { claimName } from "./create-project.ts";

/**
 * Renames a project. Its slug does not change, so links keep working.
 * @throws Problem 409 if another project of the organization has the name.
 */
export async function renameProject(projectId: string, name: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { organizationId } = await tx.project.findUniqueOrThrow({
      where: { projectId },
      select: { organizationId: true },
    });
    await claimName(tx, organizationId, name, projectId);
    await tx.project.update({ where: { projectId }, data: { name }, select: { projectId: true } });
  });
  // The key cache contains the project's name.
  forgetKeys();
}
