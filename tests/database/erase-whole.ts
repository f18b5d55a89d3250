import { db } from "#lib/platform/db/client.ts";
import { eraseProjects } from "#lib/use-cases/erase-projects.ts";

/** Erases all deleted projects as the job does round by round, as if they had been deleted a while ago. */
export async function eraseWhole(): Promise<void> {
  await db()
    .$executeRaw`UPDATE projects SET deleted_at = deleted_at - interval '1 hour' WHERE deleted_at IS NOT NULL`;
  while ((await db().project.count({ where: { deletedAt: { not: null } } })) > 0) await eraseProjects();
}
