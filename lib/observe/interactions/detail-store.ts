import { db, type Prisma } from "#lib/platform/db/client";
import type { FeedbackItem, InteractionDetail } from "./interaction-query.ts";
import type { ClippedField } from "./schema.ts";

/** Most annotations, and most signals, that the detail of an interaction shows. */
const HANGING_MAX = 1_000;

/** One interaction with what hangs on it, the earliest first; null when there is none of this id in the project. */
export async function getInteraction(
  projectId: string,
  interactionId: string,
): Promise<InteractionDetail | null> {
  const where = { projectId_interactionId: { projectId, interactionId } };
  const [found, ballot] = await Promise.all([
    db().interaction.findUnique({
      where,
      omit: { projectId: true, fingerprint: true },
      include: { feedback: feedbackItems, annotations: annotationItems, signals: signalItems },
    }),
    db().ballot.findUnique({ where, select: { refusedAt: true } }),
  ]);
  if (!found) return null;
  const votersRefusedAt = ballot?.refusedAt ?? null;
  const clipped = (found.clipped ?? []) as unknown as ClippedField[];
  const scores = found.sessionId ? await sessionScores(projectId, found.sessionId) : [];
  // Those of the session are among its own where they lie on this answer.
  const own = found.sessionId
    ? found.feedback.filter(({ scoredSession }) => scoredSession === "")
    : found.feedback;
  return { ...found, clipped, votersRefusedAt, feedback: await withBursts(projectId, [...own, ...scores]) };
}

/** Most scores of a session that are shown. */
const SESSION_SCORES_MAX = 200;

/** What was said of a session as a whole, the earliest first, whichever of its answers it lies on. */
const sessionScores = (projectId: string, sessionId: string): Promise<FlaggedFeedback[]> =>
  db().feedback.findMany({
    where: { projectId, scoredSession: sessionId },
    ...feedbackItems,
    take: SESSION_SCORES_MAX,
  });

/** The ratings of one interaction, the earliest first; null when there is none of this id in the project. */
export async function readFeedbackOn(
  projectId: string,
  interactionId: string,
): Promise<FeedbackItem[] | null> {
  const found = await db().interaction.findUnique({
    where: { projectId_interactionId: { projectId, interactionId } },
    select: { feedback: feedbackItems },
  });
  return found && withBursts(projectId, found.feedback);
}

type FlaggedFeedback = Omit<FeedbackItem, "leftOut">;

/** Ratings with what became of the bursts that they belong to. */
async function withBursts(projectId: string, feedback: readonly FlaggedFeedback[]): Promise<FeedbackItem[]> {
  const ids = [...new Set(feedback.flatMap(({ burstId }) => burstId ?? []))];
  const bursts =
    ids.length === 0
      ? []
      : await db().burst.findMany({
          where: { projectId, burstId: { in: ids }, dismissedAt: null },
          select: { burstId: true, leftOut: true },
        });
  const leftOut = new Map(bursts.map((burst) => [burst.burstId, burst.leftOut]));
  return feedback.map((item) => ({
    ...item,
    burstId: leftOut.has(item.burstId ?? "") ? item.burstId : null,
    leftOut: leftOut.get(item.burstId ?? "") ?? false,
  }));
}

const feedbackItems = {
  omit: { projectId: true, interactionId: true, rater: true },
  orderBy: [{ createdAt: "asc" }, { feedbackId: "asc" }],
} satisfies Prisma.Interaction$feedbackArgs;

const annotationItems = {
  omit: { projectId: true, interactionId: true, fingerprint: true, burstId: true },
  orderBy: [{ createdAt: "asc" }, { annotationId: "asc" }],
  take: HANGING_MAX,
} satisfies Prisma.Interaction$annotationsArgs;

/** How the signals on an answer are read: without what only storing them needs, the earliest first. */
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

/** Which of these ids the project has interactions under. */
export async function knownInteractions(projectId: string, ids: readonly string[]): Promise<Set<string>> {
  const where = { projectId, interactionId: { in: [...ids] } };
  const rows = await db().interaction.findMany({ where, select: { interactionId: true } });
  return new Set(rows.map(({ interactionId }) => interactionId));
}
