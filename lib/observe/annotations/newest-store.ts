import { ANY_TIME } from "#lib/platform/db/any-time.ts";
import { db } from "#lib/platform/db/client.ts";

/** The id of a project's newest annotation, which no rollup counts; null when it has none. */
export async function newestAnnotation(projectId: string): Promise<string | null> {
  const newest = await db().annotation.findFirst({
    where: { projectId, createdAt: ANY_TIME },
    orderBy: { createdAt: "desc" },
    select: { annotationId: true },
  });
  return newest?.annotationId ?? null;
}
