import { ANY_TIME } from "#lib/platform/db/any-time.ts";
import { db } from "#lib/platform/db/client.ts";

/**
 * The ID of a project's newest annotation, or null. Rollups do not count annotations, so they cannot tell.
 */
export async function newestAnnotation(projectId: string): Promise<string | null> {
  const newest = await db().annotation.findFirst({
    where: { projectId, createdAt: ANY_TIME },
    orderBy: { createdAt: "desc" },
    select: { annotationId: true },
  });
  return newest?.annotationId ?? null;
}
