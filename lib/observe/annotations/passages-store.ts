import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { inWindow } from "../interactions/index.ts";
import { type MarkedPassage, type Passage, rankPassages } from "./passages.ts";

/** Most annotations that are gathered: passages are told apart by their words, which no rollup can hold. */
const GATHERED = 2_000;

/** How much is read of one passage, in characters: two that begin with so many same ones are one. */
const QUOTE_MAX = 300;

/** Annotations come within so long of their answer, in milliseconds. */
const LATEST = 7 * 86_400_000;

/** The passages of a window's answers that most users marked, among the newest 2,000 annotations. */
export async function markedPassages(
  projectId: string,
  window: AnswerWindow & { limit: number },
): Promise<Passage[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const latest = new Date(window.to.getTime() + LATEST).toISOString();
  const marked = await db().$queryRaw<MarkedPassage[]>`
    SELECT left(mark.quote_exact, ${QUOTE_MAX}::int) AS quote, mark.category, answer.interaction_id AS "interactionId",
      mark.rater
    FROM (
      SELECT * FROM annotations WHERE project_id = ${project} AND ${notLeftOut(project)}
        AND created_at >= ${window.from.toISOString()}::text::timestamptz AND created_at < ${latest}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${GATHERED}::int
    ) AS mark
    JOIN interactions AS answer ON answer.project_id = ${project} AND answer.interaction_id = mark.interaction_id
    WHERE ${inWindow(window)} ORDER BY mark.created_at DESC, mark.annotation_id`;
  return rankPassages(marked).slice(0, window.limit);
}
