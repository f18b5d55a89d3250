import {
  applyImprovementChange,
  findImprovement,
  type Improvement,
  type ImprovementChange,
  keepClaim,
} from "#lib/act/impact/index.ts";
import { readClaim } from "./weigh-improvements.ts";

/** Changes an improvement. What is published is looked at first, so that nothing is told that the data contradict. */
export async function changeAndWeigh(
  projectId: string,
  improvementId: string,
  change: ImprovementChange,
  by: string,
): Promise<Improvement> {
  if (change.state === "published") {
    const before = await findImprovement(projectId, improvementId);
    const { scope, shippedAt } = before;
    const claim = await readClaim(projectId, { scope, shippedAt: change.shipped_at ?? shippedAt });
    if (before.state !== "published") await keepClaim(projectId, improvementId, claim);
  }
  return applyImprovementChange(projectId, improvementId, change, by);
}
