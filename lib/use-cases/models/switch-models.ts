import {
  featuresToSwitch,
  findModel,
  findPermission,
  labelMovesSince,
  moveModelLabel,
  readRuns,
  recordRun,
} from "#lib/act/models/index.ts";
import { PRODUCTION } from "#lib/act/prompts/index.ts";
import { type GuardState, guardState, notComparable } from "#lib/decide/recommendations/index.ts";
import { localDate } from "#lib/domain/calendar.ts";
import { now as clock } from "#lib/platform/clock.ts";
import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { type Recommendation, readRecommendation } from "./read-recommendation.ts";
import { reasonWords } from "./recommendation-words.ts";

/** Who switches models by themselves, in the record. */
const SWITCHER = "Whetstone";

/** Days of runs are those of UTC. */
const dayOf = (at: Date): string => localDate("UTC", at);

/** Whether a feature's production model is switched by itself today, or why not, given what is recommended now. */
export async function readGuard(
  projectId: string,
  { feature, choice, standing }: Pick<Recommendation, "feature" | "choice" | "standing">,
  now: Date,
): Promise<GuardState> {
  const key = { projectId, feature, label: PRODUCTION };
  const permission = await findPermission(projectId, feature);
  if (!permission) return { state: "off" };
  const [current, moves, runs] = await Promise.all([
    findModel(key),
    labelMovesSince(key, permission.at),
    readRuns(projectId, feature),
  ]);
  const recommended = runs[0]?.model ?? null;
  return guardState({
    ...{ allowedSince: permission.at, current, today: dayOf(now), runs, experiment: standing },
    moves: moves.map(({ movedAt, fromModel, toModel }) => ({ at: movedAt, from: fromModel, to: toModel })),
    notComparable: recommended === null ? [] : notComparable(choice, recommended),
  });
}

/**
 * Records what is recommended today for each feature of a project whose model may be switched by itself, once a day, and
 * switches those whose recommendation held. Asked every hour, so that a day is missed only if nothing runs all day. One
 * that fails is logged, does not keep the others waiting, and is tried again with the next hour.
 */
export async function switchModels(projectId: string, now: Date = clock()): Promise<void> {
  for (const feature of await featuresToSwitch(projectId)) {
    try {
      const [newest] = await readRuns(projectId, feature);
      if (newest?.day !== dayOf(now)) await switchModel(projectId, feature, now);
    } catch (error) {
      log().warn({ err: error, projectId, feature }, "a feature's model cannot be looked at");
    }
  }
}

async function switchModel(projectId: string, feature: string, now: Date): Promise<void> {
  const found = await recommended(projectId, feature, now);
  if (!found) return;
  const { recommendation, model, current, experiment } = found.choice;
  await recordRun(projectId, feature, {
    ...{ day: dayOf(now), recommendation, model, current, randomized: experiment !== null },
  });
  const guard = await readGuard(projectId, found, now);
  if (guard.state !== "switch") return;
  const reasons = found.choice.reasons.map((reason) => reasonWords(reason)).join(" ");
  const place = {
    ...{ model: guard.model, fromModel: current, by: SWITCHER, byItself: true },
    reason: `Recommended on ${guard.runs} days in a row by the experiment “${experiment}”. ${reasons}`,
  };
  try {
    await moveModelLabel({ projectId, feature, label: PRODUCTION }, place);
  } catch (error) {
    // Somebody moved it meanwhile, which counts for more.
    if (!(error instanceof Problem) || error.code !== "label_moved") throw error;
  }
}

/** Null for a feature that has no answers and no label any more. */
async function recommended(projectId: string, feature: string, now: Date): Promise<Recommendation | null> {
  try {
    return await readRecommendation({ projectId, feature, tz: "UTC" }, now);
  } catch (error) {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  }
}
