import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { scoreNumberSchema } from "#lib/domain/score.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectContext } from "#lib/platform/projects/project-context.ts";
import type { Receipt } from "../feedback/index.ts";
import { knownInteractions } from "../interactions/index.ts";
import { listScores } from "../scores/index.ts";
import { recordFeedback } from "./internal-events.ts";

/** A reviewer's score of an answer: a value for booleans and numbers, a label for categories. */
export const reviewerScoreSchema = z
  .strictObject({
    score_value: z.union([z.boolean(), scoreNumberSchema], "must be true, false or a number").optional(),
    score_label: idSchema.optional(),
  })
  .superRefine(({ score_value: value, score_label: label }, context) => {
    if ((value === undefined) === (label === undefined))
      context.addIssue({
        code: "custom",
        path: ["score_value"],
        message: "or score_label is required",
      });
  });

/**
 * Stores a reviewer's score of an answer, replacing their earlier one.
 * @throws Problem 404 if the answer or the score does not exist, 400 if the value is invalid.
 */
export async function recordReviewerScore(
  project: ProjectContext,
  { interactionId, name, userId }: { interactionId: string; name: string; userId: string },
  value: z.output<typeof reviewerScoreSchema>,
): Promise<Receipt> {
  const [known, scores] = await Promise.all([
    knownInteractions(project.projectId, [interactionId]),
    listScores(project.projectId),
  ]);
  if (!known.has(interactionId)) throw new Problem("not_found", "Interaction not found.");
  if (!scores.some((score) => score.name === name))
    throw new Problem("not_found", `No score named “${name}”.`);
  const [stored] = await recordFeedback(project, [
    {
      ...{ interaction_id: interactionId, rating_type: "score", score_name: name, rating_categories: [] },
      ...{ ...value, source: "reviewer", user_id: userId },
    },
  ]);
  if (!stored) throw new TypeError("a score has no result");
  if (stored instanceof Problem) throw stored;
  return stored;
}
