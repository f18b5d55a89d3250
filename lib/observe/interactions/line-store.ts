import { db, type Prisma } from "#lib/platform/db/client";
import { EXCERPT, excerptOf } from "./excerpt.ts";
import type { InteractionListItem } from "./interaction-query.ts";

type Line = Omit<InteractionListItem, "matches">;

/** The lines of these interactions, in the order given; one that is gone is left out. */
export async function readLines(projectId: string, ids: readonly string[]): Promise<Line[]> {
  if (ids.length === 0) return [];
  const [rows, excerpts] = await Promise.all([
    db().interaction.findMany({ where: { projectId, interactionId: { in: [...ids] } }, select: lineFields }),
    readExcerpts(projectId, ids),
  ]);
  const lines = new Map(rows.map((row) => [row.interactionId, lineOf(row, excerpts.get(row.interactionId))]));
  return ids.flatMap((id) => lines.get(id) ?? []);
}

const lineFields = {
  interactionId: true,
  createdAt: true,
  featureName: true,
  modelName: true,
  promptTemplate: true,
  promptVersion: true,
  responseLatencyMs: true,
  feedback: {
    where: { source: "user", ratingType: { not: "score" } },
    select: { ratingType: true, ratingValue: true, ratingCategories: true, feedbackComment: true },
  },
} satisfies Prisma.InteractionSelect;

interface Excerpt {
  id: string;
  input: string | null;
  response: string;
}

/** The beginnings of the texts, cut where they lie: a page of whole ones can be twenty megabytes. */
export async function readExcerpts(
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, { input: string | null; response: string }>> {
  const rows = await db().$queryRaw<Excerpt[]>`
    SELECT interaction_id AS id, left(input, ${EXCERPT + 1}::int) AS input,
      left(response_text, ${EXCERPT + 1}::int) AS response
    FROM interactions WHERE project_id = ${projectId}::uuid AND interaction_id = ANY(${[...ids]}::text[])`;
  return new Map(
    rows.map(({ id, input, response }) => [
      id,
      { input: input === null ? null : excerptOf(input), response: excerptOf(response) },
    ]),
  );
}

type Row = Prisma.InteractionGetPayload<{ select: typeof lineFields }>;

function lineOf({ feedback, ...row }: Row, excerpt: Omit<Excerpt, "id"> | undefined): Line {
  const values = (type: string) =>
    feedback.filter((item) => item.ratingType === type).map((item) => item.ratingValue ?? 0);
  const binary = values("binary");
  const stars = values("stars");
  return {
    interactionId: row.interactionId,
    createdAt: row.createdAt,
    featureName: row.featureName,
    modelName: row.modelName,
    promptTemplate: row.promptTemplate,
    promptVersion: row.promptVersion,
    inputExcerpt: excerpt?.input ?? null,
    responseExcerpt: excerpt?.response ?? "",
    thumbsUp: binary.filter((value) => value === 1).length,
    thumbsDown: binary.filter((value) => value === 0).length,
    stars: stars.length === 0 ? null : stars.reduce((sum, value) => sum + value, 0) / stars.length,
    corrections: values("correction").length,
    comments: feedback.filter((item) => item.feedbackComment !== null).length,
    categories: [...new Set(feedback.flatMap((item) => item.ratingCategories))],
    responseLatencyMs: row.responseLatencyMs,
  };
}
