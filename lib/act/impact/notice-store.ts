import { type ImpactClaim, impactClaimSchema } from "#lib/domain/impact-claim.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import type { ImprovementText } from "./improvement.ts";
import { silentReason } from "./silent-store.ts";

/** Most improvements that are told at once, the newest. */
const TOLD_MAX = 10;

/** How long after it shipped an improvement is told to everybody. */
const EVERYBODY_DAYS = 90;

/** What somebody can be told. */
export interface Told {
  improvementId: string;
  shippedAt: Date;
  texts: ImprovementText[];
  claim: ImpactClaim | null;
  /** How many people complained; null where so few did that they could be recognized. */
  people: number | null;
  /** The answer that they complained about, and its language; null of everybody. */
  interactionId: string | null;
  language: string | null;
}

const textsOf = Prisma.sql`(SELECT jsonb_agg(jsonb_build_object(
  'language', language, 'title', title, 'description', description) ORDER BY language)
  FROM improvement_text AS text WHERE text.project_id = improvement.project_id
    AND text.improvement_id = improvement.improvement_id) AS texts`;

const peopleOf = Prisma.sql`CASE WHEN people >= cohort_minimum THEN people END AS people`;

type Row = Omit<Told, "claim"> & { claim: unknown; heldOut: boolean; isNew: boolean };

const toTold = ({ heldOut: _, isNew: __, claim, ...row }: Row): Told => ({
  ...row,
  claim: claim === null ? null : impactClaimSchema.parse(claim),
});

/**
 * What a rater is told: the published improvements of what they complained about, which they have not read, and which still
 * hold. That they are told is kept, and of who is held out, that they would have been.
 */
export async function tellRater(projectId: string, rater: string): Promise<Told[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT improvement.improvement_id::text AS "improvementId", shipped_at AS "shippedAt", claim,
      ${textsOf}, ${peopleOf}, notice.interaction_id AS "interactionId", answer.language,
      held_out AS "heldOut", first_told_at IS NULL AS "isNew"
    FROM improvement_notice AS notice
    JOIN improvement USING (project_id, improvement_id)
    JOIN projects USING (project_id)
    LEFT JOIN interactions AS answer ON answer.project_id = notice.project_id
      AND answer.interaction_id = notice.interaction_id
    WHERE notice.project_id = ${projectId}::uuid AND notice.rater = ${rater}::text AND read_at IS NULL
      AND improvement.state = 'published' AND ${silentReason} IS NULL
    ORDER BY shipped_at DESC, improvement_id DESC LIMIT ${TOLD_MAX}`;
  const fresh = rows.filter(({ isNew }) => isNew).map(({ improvementId }) => improvementId);
  if (fresh.length > 0)
    await db().improvementNotice.updateMany({
      where: { projectId, rater, improvementId: { in: fresh }, firstToldAt: null },
      data: { firstToldAt: now() },
    });
  return rows.filter(({ heldOut }) => !heldOut).map(toTold);
}

/**
 * What anybody is told who is not known: the newest improvement that enough people's complaints led to.
 * @param rater a device, which is not told so of what it complained about itself: it read of that, or is held out.
 */
export async function tellEverybody(projectId: string, rater: string | null): Promise<Told[]> {
  const since = new Date(now().getTime() - EVERYBODY_DAYS * 86_400_000);
  const rows = await db().$queryRaw<Row[]>`
    SELECT improvement.improvement_id::text AS "improvementId", shipped_at AS "shippedAt", claim,
      ${textsOf}, ${peopleOf}, NULL AS "interactionId", NULL AS language, false AS "heldOut", false AS "isNew"
    FROM improvement JOIN projects USING (project_id)
    WHERE project_id = ${projectId}::uuid AND state = 'published' AND people >= cohort_minimum
      AND shipped_at >= ${since.toISOString()}::text::timestamptz AND ${silentReason} IS NULL
      AND NOT EXISTS (SELECT FROM improvement_notice AS notice WHERE notice.project_id = improvement.project_id
        AND notice.improvement_id = improvement.improvement_id AND notice.rater = ${rater}::text)
    ORDER BY shipped_at DESC, improvement_id DESC LIMIT 1`;
  return rows.map(toTold);
}

/** Keeps that a rater has read of some improvements; what was not told to them, or is read already, stays as it is. */
export async function markRead(
  projectId: string,
  rater: string,
  improvementIds: readonly string[],
): Promise<void> {
  const where = { projectId, rater, improvementId: { in: [...improvementIds] }, heldOut: false };
  const at = now();
  await db().$transaction([
    db().improvementNotice.updateMany({ where: { ...where, firstToldAt: null }, data: { firstToldAt: at } }),
    db().improvementNotice.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } }),
  ]);
}
