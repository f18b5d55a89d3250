import {
  findImprovement,
  type ImpactOutcome,
  type Improvement,
  listImprovements,
  type Reach,
  readOutcome,
  readOutcomes,
  readReach,
} from "#lib/act/impact/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";

/** A project's improvements, each with what became of its notices; null where it was never published. */
export async function listWithOutcomes(
  projectId: string,
): Promise<{ improvement: Improvement; outcome: ImpactOutcome | null }[]> {
  const listed = await listImprovements(projectId);
  const outcomes = await readOutcomes(
    projectId,
    listed.map(({ improvementId }) => improvementId),
  );
  return listed.map((improvement) => ({
    improvement,
    outcome: outcomes.get(improvement.improvementId) ?? null,
  }));
}

/** One improvement with whom it would reach, or once it was published, what came of it; null if there is none. */
export async function readImprovement(
  projectId: string,
  improvementId: string,
): Promise<{ improvement: Improvement; reach: Reach | null; outcome: ImpactOutcome | null } | null> {
  const improvement = await findImprovement(projectId, improvementId).catch(noneIfMissing);
  if (improvement === null) return null;
  const isDraft = improvement.publishedAt === null;
  const [reach, outcome] = await Promise.all([
    isDraft ? readReach(projectId, improvement) : null,
    isDraft ? null : readOutcome(projectId, improvementId),
  ]);
  return { improvement, reach, outcome };
}

function noneIfMissing(error: unknown): null {
  if (error instanceof Problem && error.code === "not_found") return null;
  throw error;
}
