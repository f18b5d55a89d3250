import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { db } from "#lib/platform/db/client.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";

/** The most answers whose passages are read, the newest. */
const ANSWERS_MAX = 300;

/** How well the best passages of some answers fit their question, as the search that found them scored it. */
export interface RetrievalScores {
  /** The mean of the best score of each answer; null where none has scores. */
  mean: number | null;
  answers: number;
}

/** The scores of the passages that a period's newest answers were made from. */
export async function retrievalScores(projectId: string, window: AnswerWindow): Promise<RetrievalScores> {
  const [row] = await db().$queryRaw<RetrievalScores[]>`
    SELECT avg(best) AS mean, count(best)::int AS answers FROM (
      SELECT (
        SELECT max((passage ->> 'score')::float8) FROM jsonb_array_elements(answer.retrieved_context) AS passage
        WHERE jsonb_typeof(passage) = 'object' AND jsonb_typeof(passage -> 'score') = 'number'
      ) AS best
      FROM interactions AS answer
      WHERE answer.project_id = ${projectId}::uuid AND ${inWindow(window)}
        AND jsonb_typeof(answer.retrieved_context) = 'array'
      ORDER BY answer.created_at DESC LIMIT ${ANSWERS_MAX}::int
    ) AS newest`;
  return row ?? { mean: null, answers: 0 };
}
