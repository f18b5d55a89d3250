import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** What became of the notices of an improvement. */
export interface ImpactOutcome {
  /** Who is to be told, who was, and who read it. */
  toTell: number;
  told: number;
  read: number;
  /** Of those who were told, how many gave feedback again afterwards. */
  toldAgain: number;
  /** Who is held out, who of them would have been told, and how many of these gave feedback again. */
  heldOut: number;
  wouldBeTold: number;
  heldOutAgain: number;
}

/** Most of those who were told, and of those who would have been, who are asked whether they came back. */
const ASKED_MAX = 20_000;

/** What became of the notices of some improvements, by improvement. */
export async function readOutcomes(
  projectId: string,
  improvementIds: readonly string[],
): Promise<Map<string, ImpactOutcome>> {
  const rows = await db().$queryRaw<(ImpactOutcome & { improvementId: string })[]>`
    SELECT improvement_id::text AS "improvementId",
      count(*) FILTER (WHERE NOT held_out)::int AS "toTell",
      count(first_told_at) FILTER (WHERE NOT held_out)::int AS told,
      count(read_at) FILTER (WHERE NOT held_out)::int AS read,
      count(*) FILTER (WHERE held_out)::int AS "heldOut",
      count(first_told_at) FILTER (WHERE held_out)::int AS "wouldBeTold",
      0 AS "toldAgain", 0 AS "heldOutAgain"
    FROM improvement_notice
    WHERE project_id = ${projectId}::uuid AND improvement_id = ANY(${[...improvementIds]}::text[]::uuid[])
    GROUP BY improvement_id`;
  return new Map(rows.map(({ improvementId, ...outcome }) => [improvementId, outcome]));
}

/** The same of one, with who gave feedback again. */
export async function readOutcome(projectId: string, improvementId: string): Promise<ImpactOutcome> {
  const project = Prisma.sql`${projectId}::uuid`;
  const [outcomes, again] = await Promise.all([
    readOutcomes(projectId, [improvementId]),
    db().$queryRaw<{ heldOut: boolean; again: number }[]>`
      WITH asked AS MATERIALIZED (
        SELECT rater, held_out, first_told_at FROM improvement_notice
        WHERE project_id = ${project} AND improvement_id = ${improvementId}::uuid AND first_told_at IS NOT NULL
        ORDER BY first_told_at LIMIT ${ASKED_MAX}
      ),
      said AS MATERIALIZED (
        SELECT rater, max(created_at) AS last FROM feedback
        WHERE project_id = ${project} AND source = 'user' AND created_at > (SELECT min(first_told_at) FROM asked)
          AND ${notLeftOut(project)} GROUP BY rater
      )
      SELECT held_out AS "heldOut", count(*)::int AS again FROM asked JOIN said USING (rater)
      WHERE said.last > asked.first_told_at GROUP BY held_out`,
  ]);
  const of = (heldOut: boolean) => again.find((row) => row.heldOut === heldOut)?.again ?? 0;
  return { ...(outcomes.get(improvementId) ?? NOTHING), toldAgain: of(false), heldOutAgain: of(true) };
}

const NOTHING: ImpactOutcome = {
  ...{ toTell: 0, told: 0, read: 0, toldAgain: 0, heldOut: 0, wouldBeTold: 0, heldOutAgain: 0 },
};
