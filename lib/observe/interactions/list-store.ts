import { db, type Prisma } from "#lib/platform/db/client";
import { Problem } from "#lib/platform/problem/index";
import type {
  FeedbackItem,
  InteractionDetail,
  InteractionFilter,
  InteractionListItem,
  RatingFilter,
} from "./interaction-query.ts";
import { cursorAfter, readCursor } from "./list-cursor.ts";

/** How much of a text a line of the list shows, in characters. */
const EXCERPT = 280;

/** Most annotations, and most signals, that the detail of an interaction shows. */
const HANGING_MAX = 1_000;

const ratingWhere: Record<RatingFilter, Prisma.InteractionWhereInput> = {
  up: { feedback: { some: { ratingType: "binary", ratingValue: 1 } } },
  down: { feedback: { some: { ratingType: "binary", ratingValue: 0 } } },
  stars: { feedback: { some: { ratingType: "stars" } } },
  correction: { feedback: { some: { ratingType: "correction" } } },
  comment: { feedback: { some: { feedbackComment: { not: null } } } },
  rated: { feedback: { some: {} } },
  unrated: { feedback: { none: {} } },
};

/**
 * A page of a project's interactions, newest first, and the cursor to the next.
 * @throws Problem 400 for a cursor that is none of ours.
 */
export async function listInteractions(
  projectId: string,
  filter: InteractionFilter,
): Promise<{ data: InteractionListItem[]; nextCursor: string | null }> {
  const limit = filter.limit ?? 50;
  const rows = await db().interaction.findMany({
    where: { projectId, AND: conditions(filter) },
    orderBy: [{ createdAt: "desc" }, { interactionId: "desc" }],
    take: limit + 1,
    select: lineFields,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const excerpts = await readExcerpts(
    projectId,
    shown.map((row) => row.interactionId),
  );
  return {
    data: shown.map((row) => lineOf(row, excerpts.get(row.interactionId))),
    nextCursor: last ? cursorAfter({ at: last.createdAt, id: last.interactionId }) : null,
  };
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
    select: { ratingType: true, ratingValue: true, ratingCategories: true, feedbackComment: true },
  },
} satisfies Prisma.InteractionSelect;

interface Excerpt {
  id: string;
  input: string | null;
  response: string;
}

/** The beginnings of the texts, cut where they lie: a page of whole ones can be twenty megabytes. */
async function readExcerpts(projectId: string, ids: string[]): Promise<Map<string, Excerpt>> {
  const rows = await db().$queryRaw<Excerpt[]>`
    SELECT interaction_id AS id, left(input, ${EXCERPT}::int) AS input, left(response_text, ${EXCERPT}::int) AS response
    FROM interactions WHERE project_id = ${projectId}::uuid AND interaction_id = ANY(${ids}::text[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

function conditions(filter: InteractionFilter): Prisma.InteractionWhereInput[] {
  const { feature, model, promptVersion, rating, category, from, to, cursor } = filter;
  const all: Prisma.InteractionWhereInput[] = [];
  if (feature) all.push({ featureName: feature });
  if (model) all.push({ modelName: model });
  if (promptVersion) all.push({ promptVersion });
  if (rating) all.push(ratingWhere[rating]);
  if (category) all.push({ feedback: { some: { ratingCategories: { has: category } } } });
  if (from) all.push({ createdAt: { gte: from } });
  if (to) all.push({ createdAt: { lt: to } });
  if (cursor) all.push(after(cursor));
  return all;
}

function after(cursor: string): Prisma.InteractionWhereInput {
  const place = readCursor(cursor);
  if (!place) {
    const errors = [{ path: "cursor", message: "must be a next_cursor of this list" }];
    throw new Problem("invalid_query", "cursor must be a next_cursor of this list.", { errors });
  }
  const { at: createdAt, id: interactionId } = place;
  return {
    createdAt: { lte: createdAt },
    OR: [{ createdAt: { lt: createdAt } }, { interactionId: { lt: interactionId } }],
  };
}

type Row = Prisma.InteractionGetPayload<{ select: typeof lineFields }>;

function lineOf({ feedback, ...row }: Row, excerpt: Excerpt | undefined): InteractionListItem {
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

/** One interaction with what hangs on it, the earliest first; null when there is none of this id in the project. */
export async function getInteraction(
  projectId: string,
  interactionId: string,
): Promise<InteractionDetail | null> {
  return db().interaction.findUnique({
    where: { projectId_interactionId: { projectId, interactionId } },
    omit: { projectId: true, fingerprint: true },
    include: { feedback: feedbackItems, annotations: annotationItems, signals: signalItems },
  });
}

/** The ratings of one interaction, the earliest first; null when there is none of this id in the project. */
export async function readFeedbackOn(
  projectId: string,
  interactionId: string,
): Promise<FeedbackItem[] | null> {
  const found = await db().interaction.findUnique({
    where: { projectId_interactionId: { projectId, interactionId } },
    select: { feedback: feedbackItems },
  });
  return found?.feedback ?? null;
}

const feedbackItems = {
  omit: { projectId: true, interactionId: true, rater: true },
  orderBy: { createdAt: "asc" },
} satisfies Prisma.Interaction$feedbackArgs;

const annotationItems = {
  omit: { projectId: true, interactionId: true, fingerprint: true },
  orderBy: [{ createdAt: "asc" }, { annotationId: "asc" }],
  take: HANGING_MAX,
} satisfies Prisma.Interaction$annotationsArgs;

const signalItems = {
  omit: { projectId: true, interactionId: true, fingerprint: true, receivedAt: true },
  orderBy: [{ occurredAt: "asc" }, { signalId: "asc" }],
  take: HANGING_MAX,
} satisfies Prisma.Interaction$signalsArgs;

/** Which of these ids the project has interactions under. */
export async function knownInteractions(projectId: string, ids: readonly string[]): Promise<Set<string>> {
  const where = { projectId, interactionId: { in: [...ids] } };
  const rows = await db().interaction.findMany({ where, select: { interactionId: true } });
  return new Set(rows.map(({ interactionId }) => interactionId));
}
