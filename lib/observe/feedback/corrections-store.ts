import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import type { EditKind } from "#lib/domain/edit-kind.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** An answer and a user's correction of it. */
export interface CorrectionItem {
  feedbackId: string;
  interactionId: string;
  featureName: string;
  modelName: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  /** The first {@link TEXT_MAX} characters of both texts. */
  before: string;
  after: string;
  /** Counted in words, with the share of the answer's words that were kept; null until compared. */
  editDistance: number | null;
  editKept: number | null;
  /** Whether they cannot be compared, and never will be. */
  editTooLarge: boolean;
  editKinds: EditKind[];
  correctedAt: Date;
}

/** How many characters of a text the list of corrections shows. */
const TEXT_MAX = 4_000;

/** How many corrections to search at most when a filter is narrow. */
const LOOKED_THROUGH = 5_000;

/**
 * How long after its answer a correction can arrive to be listed, in milliseconds; a later one is on its
 * interaction's page.
 */
const LATEST = 7 * 86_400_000;

/** The newest corrections of a period's answers, among at most 5,000. */
export function newestCorrections(
  projectId: string,
  window: AnswerWindow & { limit: number },
): Promise<CorrectionItem[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const latest = new Date(window.to.getTime() + LATEST).toISOString();
  return db().$queryRaw<CorrectionItem[]>`
    SELECT rating.feedback_id AS "feedbackId", answer.interaction_id AS "interactionId",
      answer.feature_name AS "featureName", answer.model_name AS "modelName",
      answer.prompt_template AS "promptTemplate", answer.prompt_version AS "promptVersion",
      left(answer.response_text, ${TEXT_MAX}::int) AS before, left(rating.correction_text, ${TEXT_MAX}::int) AS after,
      rating.edit_distance AS "editDistance", rating.edit_kept AS "editKept", rating.edit_kinds AS "editKinds",
      rating.edit_too_large AS "editTooLarge",
      rating.created_at AS "correctedAt"
    FROM (
      SELECT * FROM feedback WHERE project_id = ${project} AND rating_type = 'correction' AND source = 'user'
        AND ${notLeftOut(project)} AND created_at >= ${window.from.toISOString()}::text::timestamptz AND created_at < ${latest}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${LOOKED_THROUGH}::int
    ) AS rating
    JOIN interactions AS answer ON answer.project_id = ${project} AND answer.interaction_id = rating.interaction_id
    WHERE ${inWindow(window)} ORDER BY rating.created_at DESC, rating.feedback_id LIMIT ${window.limit}::int`;
}
