import type { ScoreDefinition } from "#lib/domain/score.ts";
import { now } from "#lib/platform/clock.ts";
import { db, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { SCORES_MAX } from "./fit-scores-store.ts";
import type { ScoreDeclaration } from "./schema.ts";
import { countDefinitions, lockLearning } from "./store.ts";

/**
 * Defines a score, confirms a learned one or changes either. Stored values stay as they are.
 * @throws Problem 409 if values of another type are stored under its name, or if the project has too many
 * scores.
 */
export async function declareScore(
  projectId: string,
  name: string,
  { type, labels, direction, ...range }: ScoreDeclaration,
): Promise<ScoreDefinition> {
  const { min = null, max = null }: { min?: number | null | undefined; max?: number | null | undefined } =
    range;
  return db().$transaction(async (tx) => {
    await lockLearning(tx, [projectId]);
    const key = { projectId_name: { projectId, name } };
    const known = await tx.scoreDefinition.findUnique({ where: key });
    if (known && known.type !== type && (await hasValues(tx, projectId, name))) {
      const errors = [
        { path: "type", message: `must stay ${known.type}, because the score already has values` },
      ];
      throw new Problem("conflict", `“${name}” already has values of type ${known.type}. Use another name.`, {
        errors,
      });
    }
    const count = (await countDefinitions(tx, [projectId])).get(projectId) ?? 0;
    if (!known && count >= SCORES_MAX)
      throw new Problem("conflict", `A project can have at most ${SCORES_MAX} scores. Delete one first.`);
    const data = { type, min, max, labels: [...labels], direction, confirmedAt: now() };
    await tx.scoreDefinition.upsert({ where: key, create: { projectId, name, ...data }, update: data });
    return { name, type, min, max, labels, direction, confirmed: true };
  });
}

/**
 * Deletes a score that has no values.
 * @throws Problem 404 if there is none with this name, 409 if it has values.
 */
export async function deleteScore(projectId: string, name: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockLearning(tx, [projectId]);
    if (await hasValues(tx, projectId, name))
      throw new Problem("conflict", `“${name}” still has values. Delete them first.`);
    const { count } = await tx.scoreDefinition.deleteMany({ where: { projectId, name } });
    if (count === 0) throw new Problem("not_found", `No score named “${name}”.`);
  });
}

/** Whether users or reviewers have given values under a name. */
async function hasValues(tx: Transaction, projectId: string, name: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT FROM feedback WHERE project_id = ${projectId}::uuid AND score_name = ${name} AND score_name <> '' LIMIT 1`;
  return found.length > 0;
}
