import { db, Prisma } from "#lib/platform/db/client.ts";
import { cursorAfter, type ListCursor } from "#lib/platform/list-cursor.ts";
import type { FeedbackItem } from "./interaction-query.ts";
import { withinBytes } from "./within-bytes-store.ts";

/** How many ratings to return with their answer. */
const FEEDBACK_PAGE_MAX = 1_000;

/** Which ratings to read, earliest first. */
interface FeedbackWanted {
  projectId: string;
  on: { interactionId: string } | { scoredSession: string };
  /** The last rating of the previous page. */
  after?: ListCursor;
  most?: number;
}

/** A page of the ratings on an answer, and the cursor of the next page; null at the end. */
export interface FeedbackPage {
  feedback: FeedbackItem[];
  nextCursor: string | null;
}

/** A page of ratings, earliest first: as many as requested, or fewer if their texts are long. */
export async function readFeedbackPage(wanted: FeedbackWanted): Promise<FeedbackPage> {
  const { projectId, on, after, most = FEEDBACK_PAGE_MAX } = wanted;
  const target =
    "interactionId" in on
      ? Prisma.sql`interaction_id = ${on.interactionId}`
      : Prisma.sql`scored_session = ${on.scoredSession}`;
  const { ids, more } = await withinBytes(
    Prisma.sql`
      SELECT feedback_id AS id, created_at AS at, COALESCE(octet_length(correction_text), 0)
        + COALESCE(octet_length(feedback_comment), 0) + COALESCE(octet_length(metadata::text), 0) AS bytes
      FROM feedback WHERE project_id = ${projectId}::uuid AND ${target}
        AND ${after ? Prisma.sql`(created_at, feedback_id) > (${after.at}, ${after.id})` : Prisma.sql`true`}`,
    { most },
  );
  const found = await db().feedback.findMany({
    where: { projectId, feedbackId: { in: ids } },
    omit: { projectId: true, interactionId: true, rater: true },
    orderBy: [{ createdAt: "asc" }, { feedbackId: "asc" }],
  });
  const last = found.at(-1);
  const nextCursor = more && last ? cursorAfter({ at: last.createdAt, id: last.feedbackId }) : null;
  return { feedback: await withBursts(projectId, found), nextCursor };
}

/** Ratings with the state of the bursts they belong to. */
async function withBursts(
  projectId: string,
  feedback: readonly Omit<FeedbackItem, "leftOut">[],
): Promise<FeedbackItem[]> {
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
