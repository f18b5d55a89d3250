import { assignVariant } from "#lib/domain/assignment.ts";
import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { TOKEN_RATER } from "#lib/domain/rating.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import type { Complaints, Improvement } from "./improvement.ts";

/** How many notices are stored at once. */
const AT_ONCE = 5_000;

/** Whom an improvement concerns. */
export interface Reach {
  /** Everybody who complained. */
  people: number;
  /** Those of them who are told, and those who are held out. */
  told: number;
  heldOut: number;
  /** Those who cannot be told by themselves: nobody knows who they are. */
  unknown: number;
}

interface Complainer {
  rater: string;
  interactionId: string;
}

/** Whether somebody who complained is not told: by who they are and the improvement alone, so that it is always the same. */
const isHeldOut = (improvementId: string, holdOut: number, rater: string): boolean =>
  assignVariant(
    {
      salt: improvementId,
      traffic: 1,
      arms: [
        { variant: "told", weight: 1 - holdOut },
        { variant: "held_out", weight: holdOut },
      ],
    },
    rater,
  ) === "held_out";

/** Whom an improvement concerns, by number. */
export async function readReach(
  projectId: string,
  improvement: Pick<Improvement, "improvementId" | "holdOut"> & Complaints,
): Promise<Reach> {
  const { known, unknown } = await readComplainers(db(), projectId, improvement);
  const heldOut = known.filter(({ rater }) =>
    isHeldOut(improvement.improvementId, improvement.holdOut, rater),
  ).length;
  return { people: known.length + unknown, told: known.length - heldOut, heldOut, unknown };
}

/** Keeps a notice for everybody who complained, and how many they are. What there is already stays. */
export async function keepNotices(
  tx: Transaction,
  projectId: string,
  improvement: Pick<Improvement, "improvementId" | "holdOut"> & Complaints,
): Promise<void> {
  const { improvementId, holdOut } = improvement;
  const { known, unknown } = await readComplainers(tx, projectId, improvement);
  for (let start = 0; start < known.length; start += AT_ONCE) {
    const some = known.slice(start, start + AT_ONCE).map(({ rater, interactionId }) => ({
      ...{ rater, interaction_id: interactionId, held_out: isHeldOut(improvementId, holdOut, rater) },
    }));
    await tx.$executeRaw`
      INSERT INTO improvement_notice (project_id, improvement_id, rater, interaction_id, held_out)
      SELECT ${projectId}::uuid, ${improvementId}::uuid, rater, interaction_id, held_out
      FROM jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
        AS given(rater text, interaction_id text, held_out boolean)
      ON CONFLICT DO NOTHING`;
  }
  await tx.improvement.update({
    where: { projectId_improvementId: { projectId, improvementId } },
    data: { people: known.length + unknown },
    select: { improvementId: true },
  });
}

/** A rater counts once, with the last answer that they complained about; who is not known, once an answer. */
async function readComplainers(
  tx: Transaction,
  projectId: string,
  complaints: Complaints,
): Promise<{ known: Complainer[]; unknown: number }> {
  const rows = await tx.$queryRaw<Complainer[]>`
    SELECT rater, (array_agg(interaction_id ORDER BY at DESC))[1] AS "interactionId"
    FROM (${complaintRows(projectId, complaints)}) AS complaint
    GROUP BY rater, CASE WHEN rater = ${TOKEN_RATER}::text THEN interaction_id END ORDER BY rater`;
  const known = rows.filter(({ rater }) => rater !== TOKEN_RATER);
  return { known, unknown: rows.length - known.length };
}

/**
 * A query of complaints: thumbs down, one or two stars, and corrections that changed something; with categories, ratings and highlights that have
 * one of them.
 */
function complaintRows(projectId: string, { scope, categories, since, shippedAt }: Complaints): Prisma.Sql {
  const project = Prisma.sql`${projectId}::uuid`;
  const until = Prisma.sql`${shippedAt.toISOString()}::text::timestamptz`;
  const asked = dimensionNames.flatMap((name) => {
    const value = scope[name];
    return value === undefined
      ? []
      : [Prisma.sql`answer.${Prisma.raw(dimensions[name].column)} = ${value}::text`];
  });
  const answers = Prisma.sql`
    SELECT interaction_id FROM interactions AS answer WHERE ${Prisma.join(
      [
        Prisma.sql`project_id = ${project} AND created_at < ${until}`,
        Prisma.sql`created_at >= ${since.toISOString()}::text::timestamptz`,
        ...asked,
      ],
      " AND ",
    )}`;
  const bad = Prisma.sql`(rating_type = 'binary' AND rating_value = 0 OR rating_type = 'stars' AND rating_value <= 2
    OR rating_type = 'correction' AND edit_kept IS DISTINCT FROM 1)`;
  const named = Prisma.sql`${categories}::text[]`;
  const ratings = Prisma.sql`
    SELECT rater, interaction_id, created_at AS at FROM feedback
    WHERE project_id = ${project} AND source = 'user' AND created_at < ${until} AND ${notLeftOut(project)}
      AND ${bad} AND interaction_id IN (SELECT interaction_id FROM answers)`;
  if (categories.length === 0) return Prisma.sql`WITH answers AS MATERIALIZED (${answers}) ${ratings}`;
  return Prisma.sql`WITH answers AS MATERIALIZED (${answers}) ${ratings} AND rating_categories && ${named}
    UNION ALL
    SELECT rater, interaction_id, created_at FROM annotations
    WHERE project_id = ${project} AND created_at < ${until} AND rater IS NOT NULL AND rater NOT LIKE 'reviewer:%'
      AND category = ANY(${named}) AND interaction_id IN (SELECT interaction_id FROM answers)`;
}
