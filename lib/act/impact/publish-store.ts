import { now } from "#lib/platform/clock.ts";
import { db, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { keepNotices } from "./complaints-store.ts";
import type { Improvement, SilentReason } from "./improvement.ts";
import type { ImprovementChange } from "./schema.ts";
import { changeImprovement, findImprovement } from "./store.ts";

/** Why a published improvement is not told, in words. */
const silentWords: Readonly<Record<SilentReason, string>> = {
  problem_back: "Its problem is there again, or not fixed yet.",
  rolled_back: "Its prompt version is not in production any more.",
  rated_worse: "The answers that it is about are rated worse since.",
};

/**
 * Changes an improvement, publishes it or withdraws it, all or nothing. Publishing keeps whom it is told.
 * @throws Problem 404 where there is none; 409 where it cannot come into that state, or more than texts would change after
 * the draft; 400 where users would be told nothing.
 */
export const applyImprovementChange = (
  projectId: string,
  improvementId: string,
  change: ImprovementChange,
  by: string,
): Promise<Improvement> =>
  db()
    .$transaction(async (tx) => {
      const changed = await changeImprovement(tx, projectId, improvementId, change);
      requireTexts(changed, change);
      const step = { tx, projectId, by };
      if (change.state === "published") await publish(step, changed);
      if (change.state === "withdrawn") await withdraw(step, changed);
      return findImprovement(projectId, improvementId, tx);
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);

interface Step {
  tx: Transaction;
  projectId: string;
  by: string;
}

function requireTexts({ state, texts }: Improvement, change: ImprovementChange): void {
  const isTold = change.state === "published" || (state === "published" && change.state === undefined);
  if (!isTold || texts.length > 0) return;
  const message = "must have a text in at least one language to be published";
  throw new Problem("invalid_body", `texts ${message}.`, { errors: [{ path: "texts", message }] });
}

async function publish({ tx, projectId, by }: Step, improvement: Improvement): Promise<void> {
  const { improvementId, state, silent } = improvement;
  if (state === "published") return;
  if (silent !== null)
    throw new Problem("conflict", `Nobody is told of this improvement: ${silentWords[silent]}`);
  await tx.improvement.update({
    where: { projectId_improvementId: { projectId, improvementId } },
    data: { state: "published", publishedBy: by, publishedAt: now() },
    select: { improvementId: true },
  });
  await keepNotices(tx, projectId, improvement);
}

async function withdraw({ tx, projectId }: Step, { improvementId }: Improvement): Promise<void> {
  await tx.improvement.update({
    where: { projectId_improvementId: { projectId, improvementId } },
    data: { state: "withdrawn" },
    select: { improvementId: true },
  });
}
