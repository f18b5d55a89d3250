import { now } from "#lib/platform/clock.ts";
import { db } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";

/** That an owner allows a feature's production model to be switched by itself. */
export interface SwitchPermission {
  by: string;
  at: Date;
}

/** What was recommended for a feature on a day (UTC), "2026-11-30". */
export interface ModelRun {
  day: string;
  recommendation: "keep" | "switch" | "not_enough_data";
  /** The model to use; null without enough data. */
  model: string | null;
  /** The model that was in use. */
  current: string | null;
  /** Whether an experiment assigned users at random. */
  randomized: boolean;
}

/** How many daily runs of a feature are kept. */
const RUNS_KEPT = 90;

const whereOf = (projectId: string, feature: string) => ({
  projectId_featureName: { projectId, featureName: feature },
});

/** Whether a feature's production model may be switched by itself, by whose word and since when; null if not. */
export async function findPermission(projectId: string, feature: string): Promise<SwitchPermission | null> {
  const row = await db().featureModelGuard.findUnique({ where: whereOf(projectId, feature) });
  return row && { by: row.allowedBy, at: row.allowedAt };
}

/** Allows a feature's production model to be switched by itself, or no longer. What is allowed already stays so. */
export async function allowSwitch(
  projectId: string,
  feature: string,
  { automatic, by }: { automatic: boolean; by: string },
): Promise<void> {
  if (!automatic) {
    await db().featureModelGuard.deleteMany({ where: { projectId, featureName: feature } });
    return;
  }
  await db()
    .featureModelGuard.upsert({
      where: whereOf(projectId, feature),
      create: { projectId, featureName: feature, allowedBy: by, allowedAt: now() },
      update: {},
      select: { featureName: true },
    })
    .catch(orProjectGone);
}

/** The projects in which a model may be switched by itself. */
export async function projectsToSwitch(): Promise<string[]> {
  const rows = await db().featureModelGuard.findMany({
    select: { projectId: true },
    distinct: ["projectId"],
  });
  return rows.map(({ projectId }) => projectId);
}

/** The features of a project whose model may be switched by itself. */
export async function featuresToSwitch(projectId: string): Promise<string[]> {
  const rows = await db().featureModelGuard.findMany({
    where: { projectId },
    select: { featureName: true },
    orderBy: { featureName: "asc" },
  });
  return rows.map(({ featureName }) => featureName);
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Keeps what was recommended on a day; what was kept of that day before stays. Old days are forgotten. */
export async function recordRun(projectId: string, feature: string, run: ModelRun): Promise<void> {
  const { day, recommendation, model, current, randomized } = run;
  const row = { projectId, featureName: feature, day: dateOf(day) };
  await db().featureModelRun.createMany({
    data: [{ ...row, recommendation, modelName: model, currentModel: current, randomized }],
    skipDuplicates: true,
  });
  const before = new Date(row.day.getTime() - RUNS_KEPT * 86_400_000);
  await db().featureModelRun.deleteMany({
    where: { projectId, featureName: feature, day: { lt: before } },
  });
}

/** What was recommended for a feature, newest first. */
export async function readRuns(projectId: string, feature: string): Promise<ModelRun[]> {
  const rows = await db().featureModelRun.findMany({
    where: { projectId, featureName: feature },
    orderBy: { day: "desc" },
    take: RUNS_KEPT,
  });
  return rows.map(({ day, recommendation, modelName, currentModel, randomized }) => ({
    ...{ day: day.toISOString().slice(0, 10), recommendation, model: modelName, current: currentModel },
    randomized,
  }));
}
