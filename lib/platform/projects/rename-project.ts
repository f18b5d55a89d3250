import { forgetKeys } from "../api-keys/key-cache.ts";
import { db } from "../db/client.ts";
import { claimName } from "./create-project.ts";

/**
 * Gives a project another name. Its address stays: links to it go on working.
 * @throws Problem 409 when another project of the organization has the name.
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
  // What is remembered of a key has its project's name.
  forgetKeys();
}
