import type { ChoiceViewProps } from "#components/dashboard/model-choice/choice-view.tsx";
import { findPermission, readModelLabels } from "#lib/act/models/index.ts";
import { COOL_DOWN_DAYS, HELD_RUNS } from "#lib/decide/recommendations/index.ts";
import { listFilterValues } from "#lib/evaluate/metrics/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { type AskedFeature, readRecommendation } from "#lib/use-cases/models/read-recommendation.ts";
import { recommendationJson, recommendationSchema } from "#lib/use-cases/models/recommendation-json.ts";
import { readGuard } from "#lib/use-cases/models/switch-models.ts";

type ModelChoicePage = Omit<ChoiceViewProps, "url" | "base" | "tz" | "mayMove" | "mayAllow">;

/** Reads what the page of a feature's model shows; null for a feature that nothing tells of. */
export async function readModelChoice(asked: AskedFeature, now: Date): Promise<ModelChoicePage | null> {
  const { projectId, feature } = asked;
  try {
    const found = await readRecommendation(asked, now);
    const [{ labels, moves }, guard, permission, { models }] = await Promise.all([
      readModelLabels(projectId, feature),
      readGuard(projectId, found, now),
      findPermission(projectId, feature),
      listFilterValues(projectId),
    ]);
    return {
      found: recommendationSchema.parse(recommendationJson(found)),
      ...{ labels, moves, guard, permission, known: models },
      rules: { runs: HELD_RUNS, rest: COOL_DOWN_DAYS },
    };
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  }
}
