import type { ExperimentState } from "#lib/domain/experiment.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId, randomText } from "#lib/platform/ids.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { changedSettings, changesSplit, closedChanges, newSettings } from "./apply-change.ts";
import {
  type ChosenMetric,
  type Experiment,
  type ExperimentArm,
  type ExperimentSettings,
  type ExperimentTransition,
  type Guardrail,
  type Split,
  splitOf,
} from "./experiment.ts";
import type { ExperimentFlag } from "./flags.ts";
import type { NewExperiment, SentSettings } from "./schema.ts";
import { findFaults } from "./validate-experiment.ts";

/** Most experiments of a project. */
const EXPERIMENTS_MAX = 500;

/** Bytes of a salt. */
const SALT_BYTES = 32;

const withArms = { arms: { orderBy: { position: "asc" } } } as const;

type Row = Prisma.ExperimentGetPayload<{ include: typeof withArms }>;

const toArm = ({ variant, weight, isControl, promptVersion, modelName, pausedAt }: ExperimentArm) => ({
  ...{ variant, weight, isControl, promptVersion, modelName, pausedAt },
});

function toExperiment({
  projectId: _,
  historyAt: __,
  arms,
  primaryMetric,
  guardrails,
  ...row
}: Row): Experiment {
  return {
    ...row,
    primaryMetric: primaryMetric as ChosenMetric | null,
    guardrails: guardrails as unknown as Guardrail[],
    arms: arms.map(toArm),
  };
}

const keyOf = (projectId: string, experiment: string) => ({
  projectId_experiment: { projectId, experiment },
});

/** A project's experiments, newest first. */
export async function listExperiments(
  projectId: string,
  only: { state?: ExperimentState | undefined; promptTemplate?: string | undefined } = {},
): Promise<Experiment[]> {
  const { state, promptTemplate } = only;
  const rows = await db().experiment.findMany({
    where: {
      projectId,
      ...(state === undefined ? {} : { state }),
      ...(promptTemplate === undefined ? {} : { promptTemplate }),
    },
    include: withArms,
    orderBy: [{ createdAt: "desc" }, { experiment: "asc" }],
  });
  return rows.map(toExperiment);
}

/** An experiment between models, as far as it takes to find the one that tells of a feature. */
export interface ModelExperiment extends Pick<Experiment, "experiment" | "promptTemplate"> {
  arms: Pick<ExperimentArm, "variant" | "promptVersion" | "modelName">[];
}

/**
 * The experiments between models of a feature that started, and did not end before `endedAfter`; the last one to start
 * first. Decisions, which are large, are not read.
 */
export const listModelExperiments = (
  projectId: string,
  featureName: string,
  endedAfter: Date,
): Promise<ModelExperiment[]> =>
  db().experiment.findMany({
    where: {
      ...{ projectId, featureName, kind: "model", startedAt: { not: null } },
      OR: [{ endedAt: null }, { endedAt: { gt: endedAfter } }],
    },
    select: {
      ...{ experiment: true, promptTemplate: true },
      arms: {
        select: { variant: true, promptVersion: true, modelName: true },
        orderBy: { position: "asc" },
      },
    },
    orderBy: { startedAt: "desc" },
  });

/** What it takes to evaluate a project's experiments as flags, newest first. Decisions, which are large, are not read. */
export const listFlags = (projectId: string): Promise<ExperimentFlag[]> =>
  db().experiment.findMany({
    where: { projectId },
    select: {
      ...{ experiment: true, state: true, traffic: true, salt: true, winner: true },
      arms: { select: { variant: true, weight: true, pausedAt: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ createdAt: "desc" }, { experiment: "asc" }],
  });

/**
 * One experiment.
 * @throws Problem 404 where there is none of this name.
 */
export async function findExperiment(
  projectId: string,
  experiment: string,
  tx: Transaction = db(),
): Promise<Experiment> {
  const row = await tx.experiment.findUnique({ where: keyOf(projectId, experiment), include: withArms });
  if (!row) throw new Problem("not_found", `No experiment named “${experiment}”.`);
  return toExperiment(row);
}

/** The experiment that splits the readers of a prompt's label now; null where none does. */
export async function runningExperiment(
  projectId: string,
  promptTemplate: string,
  label: string,
): Promise<Experiment | null> {
  const row = await db().experiment.findFirst({
    where: { projectId, promptTemplate, label, state: "running" },
    include: withArms,
  });
  return row && toExperiment(row);
}

/** An experiment whose users are still counted. */
type UndecidedExperiment = Experiment & { historyAt: Date | null };

/** A project's experiments that have started and are not decided. */
export async function listUndecided(tx: Transaction, projectId: string): Promise<UndecidedExperiment[]> {
  const rows = await tx.experiment.findMany({
    where: { projectId, state: { in: ["running", "paused"] } },
    include: withArms,
  });
  return rows.map((row) => ({ ...toExperiment(row), historyAt: row.historyAt }));
}

/** The steps of an experiment and the changes of its split, oldest first. */
export async function listTransitions(
  projectId: string,
  experiment: string,
): Promise<ExperimentTransition[]> {
  const rows = await db().experimentTransition.findMany({
    where: { projectId, experiment },
    orderBy: { transitionId: "asc" },
  });
  return rows.map(({ fromState, toState, split, changedBy, reason, changedAt }) => ({
    ...{ from: fromState, to: toState, split: split as unknown as Split },
    ...{ by: changedBy, reason, at: changedAt },
  }));
}

const taken: ReadonlySet<string> = new Set(["23505", "P2002", "UniqueConstraintViolation"]);

/** Whether an error says that a row of the same key is there. */
export const isTaken = (error: unknown): boolean => hasErrorCode(error, taken);

/**
 * Creates a draft.
 * @throws Problem 400 for what does not fit together, 409 where the name is taken or there is no room.
 */
export async function createExperiment(
  projectId: string,
  sent: NewExperiment,
  createdBy: string,
): Promise<Experiment> {
  const settings = newSettings(sent);
  requireFit(settings);
  const { experiment } = sent;
  const { arms, ...row } = rowOf(settings);
  const at = now();
  try {
    return await db().$transaction(async (tx) => {
      if ((await tx.experiment.count({ where: { projectId } })) >= EXPERIMENTS_MAX)
        throw new Problem("conflict", `A project can have at most ${EXPERIMENTS_MAX} experiments.`);
      const salt = randomText(SALT_BYTES);
      await tx.experiment.create({ data: { projectId, experiment, ...row, salt, createdBy, createdAt: at } });
      await tx.experimentArm.createMany({ data: arms.map((arm) => ({ projectId, experiment, ...arm })) });
      await recordTransition(tx, projectId, experiment, {
        ...{ from: null, to: "draft", split: splitOf(settings), by: createdBy, reason: "Created", at },
      });
      return findExperiment(projectId, experiment, tx);
    });
  } catch (error) {
    if (!isTaken(error)) return orProjectGone(error);
    const errors = [{ path: "experiment", message: "is already taken" }];
    throw new Problem(
      "conflict",
      `An experiment named “${experiment}” already exists. Choose another name.`,
      {
        errors,
      },
    );
  }
}

/**
 * Changes an experiment: a draft in everything, one that has started in its split only, which is recorded.
 * @throws Problem 400 for what does not fit together, 404 where there is none, 409 for what is closed by now.
 */
export function changeExperiment(
  projectId: string,
  experiment: string,
  { reason, ...sent }: SentSettings,
  by: string,
): Promise<Experiment> {
  return db().$transaction(async (tx) => {
    const before = await lockExperiment(tx, projectId, experiment);
    const after = changedSettings(before, sent);
    const errors = closedChanges(before, after);
    if (errors.length > 0)
      throw new Problem(
        "conflict",
        `“${experiment}” is ${before.state}: ${errors.map(({ path, message }) => `${path} ${message}`).join("; ")}.`,
        { errors },
      );
    requireFit(after);
    const { arms, ...row } = rowOf(after);
    const at = now();
    const resplit = before.state !== "draft" && changesSplit(before, after);
    const data = { ...row, ...(resplit ? { splitAt: at } : {}) };
    await tx.experiment.update({ where: keyOf(projectId, experiment), data });
    await tx.experimentArm.deleteMany({ where: { projectId, experiment } });
    await tx.experimentArm.createMany({ data: arms.map((arm) => ({ projectId, experiment, ...arm })) });
    if (resplit)
      await recordTransition(tx, projectId, experiment, {
        ...{ from: before.state, to: before.state, split: splitOf(after), by },
        ...{ reason: reason || "Split changed", at },
      });
    return findExperiment(projectId, experiment, tx);
  });
}

/** Lets nobody else change an experiment until the transaction ends. */
export async function lockExperiment(
  tx: Transaction,
  projectId: string,
  experiment: string,
): Promise<Experiment> {
  await tx.$queryRaw`
    SELECT FROM experiment WHERE project_id = ${projectId}::uuid AND experiment = ${experiment} FOR UPDATE`;
  return findExperiment(projectId, experiment, tx);
}

/** Records a step, or a change of the split. */
export async function recordTransition(
  tx: Transaction,
  projectId: string,
  experiment: string,
  { from, to, split, by, reason, at }: ExperimentTransition,
): Promise<void> {
  await tx.experimentTransition.create({
    data: {
      ...{ projectId, experiment, transitionId: newId(), fromState: from, toState: to },
      ...{ split: { ...split }, changedBy: by, reason, changedAt: at },
    },
    select: { transitionId: true },
  });
}

function requireFit(settings: ExperimentSettings): void {
  const errors = findFaults(settings);
  if (errors.length === 0) return;
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  throw new Problem("invalid_body", detail, { errors });
}

const rowOf = ({ primaryMetric, guardrails, arms, ...settings }: ExperimentSettings) => ({
  ...settings,
  primaryMetric: primaryMetric === null ? Prisma.DbNull : { ...primaryMetric },
  guardrails: guardrails.map((guardrail) => ({ ...guardrail })),
  arms: arms.map((arm, position) => ({ ...arm, position })),
});
