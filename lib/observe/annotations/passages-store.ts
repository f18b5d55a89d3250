import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { type MarkedPassage, type Passage, rankPassages } from "./passages.ts";

/**
 * How many annotations to group at most. Passages are distinguished by their words, which no rollup can
 * contain.
 */
const GATHERED = 2_000;

/** How many characters of a passage to read; passages with the same beginning count as one. */
const QUOTE_MAX = 300;

/** How long after its answer an annotation can arrive, in milliseconds. */
const LATEST = 7 * 86_400_000;

/** The passages of a period's answers that most users highlighted, among the newest 2,000 annotations. */
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
