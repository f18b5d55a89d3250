import { now } from "#lib/platform/clock.ts";
import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { db, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { forgetModels } from "./served-cache.ts";

/** Which model a label stands for. */
export interface ModelLabel {
  label: string;
  model: string;
}

/** That a label was moved. */
export interface ModelMove {
  id: string;
  label: string;
  /** Null where the label was not there before. */
  fromModel: string | null;
  /** Null where it was taken away. */
  toModel: string | null;
  movedBy: string;
  /** Whether no person moved it, but a recommendation that held. */
  byItself: boolean;
  reason: string;
  movedAt: Date;
}

/** Most labels of a feature, of a project, and most moves of a feature that are told, the newest. */
const [LABELS_MAX, PROJECT_MAX, MOVES_TOLD] = [50, 5_000, 200];

/** Which label of which feature. */
export interface ModelLabelKey {
  projectId: string;
  feature: string;
  label: string;
}

/** Where a label is to be moved, why, and by whom. */
export interface NewModel {
  model: string | null;
  reason: string;
  by: string;
  byItself?: boolean;
  /** Where it should be now; undefined where that does not matter. */
  fromModel?: string | null | undefined;
}

const whereOf = ({ projectId, feature, label }: ModelLabelKey) => ({
  projectId_featureName_label: { projectId, featureName: feature, label },
});

/**
 * Moves a label to a model and records it, in one transaction; to the model where it is already, nothing.
 * @returns null where the label was taken away.
 * @throws Problem 409 where the label is elsewhere than `fromModel`, or there is no room for another.
 */
export async function moveModelLabel(key: ModelLabelKey, place: NewModel): Promise<ModelLabel | null> {
  const moved = await db()
    .$transaction((tx) => moveModelLabelWithin(tx, key, place), TRANSACTION_TIMES)
    .catch(orProjectGone);
  forgetModels(key.projectId);
  return moved;
}

/** {@link moveModelLabel} as a part of something else; who calls it forgets the served models afterwards. */
export async function moveModelLabelWithin(
  tx: Transaction,
  key: ModelLabelKey,
  place: NewModel,
): Promise<ModelLabel | null> {
  const { projectId, feature, label } = key;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.modelLabels}::int, hashtext(${projectId}))`;
  const row = await tx.featureModelLabel.findUnique({ where: whereOf(key), select: { modelName: true } });
  const [from, to] = [row?.modelName ?? null, place.model];
  requireThere(label, from, place);
  const made = to === null ? null : { label, model: to };
  if (from === to) return made;
  if (to === null) await tx.featureModelLabel.delete({ where: whereOf(key) });
  else {
    if (from === null) await requireRoom(tx, key);
    await tx.featureModelLabel.upsert({
      where: whereOf(key),
      create: { projectId, featureName: feature, label, modelName: to },
      update: { modelName: to },
    });
  }
  await tx.featureModelMove.create({
    data: {
      ...{ projectId, featureName: feature, moveId: newId(), label, fromModel: from, toModel: to },
      ...{ movedBy: place.by, byItself: place.byItself ?? false, reason: place.reason, movedAt: now() },
    },
    select: { moveId: true },
  });
  return made;
}

function requireThere(label: string, at: string | null, { fromModel }: NewModel): void {
  if (fromModel === undefined || fromModel === at) return;
  const words = (model: string | null) => (model === null ? "no model" : `“${model}”`);
  throw new Problem(
    "label_moved",
    `The label “${label}” stands for ${words(at)} now, not for ${words(fromModel)}. Look at who moved it, and send it again with from_model ${at === null ? "null" : `“${at}”`}.`,
  );
}

async function requireRoom(tx: Transaction, { projectId, feature }: ModelLabelKey): Promise<void> {
  const [own, all] = await Promise.all([
    tx.featureModelLabel.count({ where: { projectId, featureName: feature } }),
    tx.featureModelLabel.count({ where: { projectId } }),
  ]);
  if (own >= LABELS_MAX)
    throw new Problem(
      "conflict",
      `A feature can have at most ${LABELS_MAX} labels of models. Remove one first.`,
    );
  if (all >= PROJECT_MAX)
    throw new Problem(
      "conflict",
      `A project can have at most ${PROJECT_MAX.toLocaleString("en")} labels of models. Remove one first.`,
    );
}

/** The model that a label of a feature stands for; null where there is no such label. */
export async function findModel(key: ModelLabelKey): Promise<string | null> {
  const row = await db().featureModelLabel.findUnique({ where: whereOf(key), select: { modelName: true } });
  return row?.modelName ?? null;
}

/** The labels of a feature by name, and who moved them last, the newest first. */
export async function readModelLabels(
  projectId: string,
  feature: string,
): Promise<{ labels: ModelLabel[]; moves: ModelMove[] }> {
  const where = { projectId, featureName: feature };
  const [labels, moves] = await Promise.all([
    db().featureModelLabel.findMany({
      where,
      select: { label: true, modelName: true },
      orderBy: { label: "asc" },
    }),
    db().featureModelMove.findMany({
      where,
      omit: { projectId: true, featureName: true },
      orderBy: { moveId: "desc" },
      take: MOVES_TOLD,
    }),
  ]);
  return {
    labels: labels.map(({ label, modelName }) => ({ label, model: modelName })),
    moves: moves.map(({ moveId, ...move }) => ({ ...move, id: moveId })),
  };
}

/** The moves of a feature's label at or after a moment, or the newest one if there is none such; newest first. */
export async function labelMovesSince(
  { projectId, feature, label }: ModelLabelKey,
  since: Date,
): Promise<Pick<ModelMove, "fromModel" | "toModel" | "movedAt">[]> {
  const asked = {
    select: { fromModel: true, toModel: true, movedAt: true },
    orderBy: { moveId: "desc" },
  } as const;
  const where = { projectId, featureName: feature, label };
  const moves = await db().featureModelMove.findMany({
    ...asked,
    where: { ...where, movedAt: { gte: since } },
  });
  return moves.length > 0 ? moves : await db().featureModelMove.findMany({ ...asked, where, take: 1 });
}

/** The models that a label stands for, by feature. */
export async function modelsInUse(projectId: string, label: string): Promise<Map<string, string>> {
  const rows = await db().featureModelLabel.findMany({
    where: { projectId, label },
    select: { featureName: true, modelName: true },
  });
  return new Map(rows.map(({ featureName, modelName }) => [featureName, modelName]));
}

/** A move of a label, and of which feature. */
export interface FeatureMove extends ModelMove {
  feature: string;
}

/** Most moves of a window that are told, the newest. */
const MOVES_MAX = 50;

/** The moves of a project from `from` (inclusive) to `to` (exclusive), or those of a feature, newest first. */
export async function modelMovesBetween(
  projectId: string,
  { from, to }: { from: Date; to: Date },
  feature?: string,
): Promise<FeatureMove[]> {
  const rows = await db().featureModelMove.findMany({
    where: {
      ...{ projectId, movedAt: { gte: from, lt: to } },
      ...(feature === undefined ? {} : { featureName: feature }),
    },
    omit: { projectId: true },
    orderBy: { moveId: "desc" },
    take: MOVES_MAX,
  });
  return rows.map(({ moveId, featureName, ...move }) => ({ ...move, id: moveId, feature: featureName }));
}
