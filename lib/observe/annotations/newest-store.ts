import { db } from "#lib/platform/db/client";

/** The id of a project's newest annotation, which no rollup counts; null when it has none. */
export async function newestAnnotation(projectId: string): Promise<string | null> {
  const newest = await db().annotation.findFirst({
    where: { projectId },
    orderBy: { createdAt: "desc" },
    select: { annotationId: true },
  });
  return newest?.annotationId ?? null;
}
