import { db } from "../db/client.ts";

/** The name of a project in addresses; null if it was deleted. */
export async function projectSlug(projectId: string): Promise<string | null> {
  const row = await db().project.findFirst({ where: { projectId, deletedAt: null }, select: { slug: true } });
  return row?.slug ?? null;
}
