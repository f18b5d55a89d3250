import { db, Prisma } from "#lib/platform/db/client.ts";
import { readFeedbackPage } from "./feedback-page-store.ts";
import type { AnnotationItem, InteractionDetail } from "./interaction-query.ts";
import type { ClippedField } from "./schema.ts";
import { ANSWER_BYTES, withinBytes } from "./within-bytes-store.ts";

/** How many annotations, and how many signals, the details of an interaction include. */
const HANGING_MAX = 1_000;

/** How many scores of a session to include. */
const SESSION_SCORES_MAX = 200;

/**
 * One interaction with the first events that belong to it, earliest first; null if the project has none with
 * this ID.
 * @param firstPassage the index, from 0, of the first context passage to return.
 */
export async function getInteraction(
  projectId: string,
  interactionId: string,
  firstPassage = 0,
): Promise<InteractionDetail | null> {
  const key = { projectId, interactionId };
  const where = { projectId_interactionId: key };
  const [found, context, ballot, own, annotations] = await Promise.all([
    db().interaction.findUnique({
      where,
      omit: { projectId: true, fingerprint: true, retrievedContext: true },
      include: { signals: signalItems },
    }),
    readContext(key, firstPassage),
    db().ballot.findUnique({ where, select: { refusedAt: true } }),
    readFeedbackPage({ projectId, on: { interactionId } }),
    readAnnotations(key),
  ]);
  if (!found) return null;
  const { sessionId } = found;
  const session = sessionId
    ? await readFeedbackPage({ projectId, on: { scoredSession: sessionId }, most: SESSION_SCORES_MAX })
    : null;
  // Session scores that belong to this answer are also among its own feedback.
  const ofAnswer = session ? own.feedback.filter(({ scoredSession }) => scoredSession === "") : own.feedback;
  return {
    ...found,
    ...context,
    clipped: (found.clipped ?? []) as unknown as ClippedField[],
    votersRefusedAt: ballot?.refusedAt ?? null,
    feedback: [...ofAnswer, ...(session?.feedback ?? [])],
    feedbackCursor: own.nextCursor,
    annotations,
  };
}

type Context = Pick<InteractionDetail, "retrievedContext" | "passagesLeftOut">;

interface InteractionKey {
  projectId: string;
  interactionId: string;
}

/** The passages from an index on, as many as a response can contain, and how many are left. */
async function readContext({ projectId, interactionId }: InteractionKey, first: number): Promise<Context> {
  const [context] = await db().$queryRaw<Context[]>`
    SELECT CASE WHEN retrieved_context IS NOT NULL THEN COALESCE(told.passages, '[]') END AS "retrievedContext",
      told.left_out AS "passagesLeftOut"
    FROM interactions CROSS JOIN LATERAL (
      SELECT jsonb_agg(entry ORDER BY place) FILTER (WHERE before < ${ANSWER_BYTES}::int) AS passages,
        (count(*) FILTER (WHERE before >= ${ANSWER_BYTES}::int))::int AS left_out
      FROM (
        SELECT entry, place, sum(octet_length(entry::text)) OVER (ORDER BY place) - octet_length(entry::text) AS before
        FROM jsonb_array_elements(CASE jsonb_typeof(retrieved_context) WHEN 'array' THEN retrieved_context END)
          WITH ORDINALITY AS pieces(entry, place)
        WHERE place > ${first}::int
      ) AS pieces
    ) AS told
    WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}`;
  return context ?? { retrievedContext: null, passagesLeftOut: 0 };
}

async function readAnnotations({ projectId, interactionId }: InteractionKey): Promise<AnnotationItem[]> {
  const { ids } = await withinBytes(
    Prisma.sql`
      SELECT annotation_id AS id, created_at AS at, octet_length(quote_exact) + COALESCE(octet_length(comment), 0)
        + COALESCE(octet_length(quote_prefix), 0) + COALESCE(octet_length(quote_suffix), 0) AS bytes
      FROM annotations WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}`,
    { most: HANGING_MAX },
  );
  return db().annotation.findMany({
    where: { projectId, annotationId: { in: ids } },
    omit: { projectId: true, interactionId: true, fingerprint: true, burstId: true },
    orderBy: [{ createdAt: "asc" }, { annotationId: "asc" }],
  });
}

/** How signals on an answer are read: earliest first, without the columns only needed to store them. */
export const signalItems = {
  omit: {
    projectId: true,
    interactionId: true,
    fingerprint: true,
    receivedAt: true,
    rater: true,
    burstId: true,
  },
  orderBy: [{ occurredAt: "asc" }, { signalId: "asc" }],
  take: HANGING_MAX,
} satisfies Prisma.Interaction$signalsArgs;

/** Which of these IDs belong to interactions of the project. */
export async function knownInteractions(projectId: string, ids: readonly string[]): Promise<Set<string>> {
  const where = { projectId, interactionId: { in: [...ids] } };
  const rows = await db().interaction.findMany({ where, select: { interactionId: true } });
  return new Set(rows.map(({ interactionId }) => interactionId));
}
