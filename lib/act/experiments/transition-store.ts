import type { ExperimentState } from "#lib/domain/experiment.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { shipLinked } from "../problems/index.ts";
import { type Experiment, splitOf } from "./experiment.ts";
import { type ExperimentStep, nextState } from "./next-state.ts";
import { findExperiment, isTaken, lockExperiment, recordTransition } from "./store.ts";
import { findMissing } from "./validate-experiment.ts";

/** A step that somebody takes. */
export interface Stepping {
  by: string;
  reason: string;
  /** The variant that is promoted. */
  winner?: string;
  /** What a decision is based on, as it was shown. */
  decision?: object;
  /** What belongs to the step: done in its transaction, so that both happen or neither does. */
  within?: (tx: Transaction, experiment: Experiment) => Promise<unknown>;
}

/**
 * Takes a step and records who took it and why, with all that belongs to it, in one transaction.
 * @throws Problem 400 for a winner that is no arm, 404 where there is no such experiment, 409 where its state does not
 * allow the step or another one runs on the label, 422 where it lacks something to start.
 */
export async function stepExperiment(
  projectId: string,
  experiment: string,
  step: ExperimentStep,
  stepping: Stepping,
): Promise<Experiment> {
  try {
    return await db().$transaction(
      (tx) => takeStep(tx, projectId, experiment, step, stepping),
      TRANSACTION_TIMES,
    );
  } catch (error) {
    if (!isTaken(error)) throw error;
    const { promptTemplate, label } = await findExperiment(projectId, experiment);
    throw new Problem(
      "conflict",
      `Another experiment is running on “${promptTemplate}”, label “${label}”. Pause or decide that one first.`,
    );
  }
}

async function takeStep(
  tx: Transaction,
  projectId: string,
  experiment: string,
  step: ExperimentStep,
  { by, reason, winner, decision, within }: Stepping,
): Promise<Experiment> {
  const before = await lockExperiment(tx, projectId, experiment);
  const to = requireStep(before, step, winner);
  const at = now();
  await tx.experiment.update({
    where: { projectId_experiment: { projectId, experiment } },
    data: {
      state: to,
      ...(step === "start" ? { startedAt: at, splitAt: at } : {}),
      ...(isDecided(to)
        ? { endedAt: at, winner: winner ?? null, decision: decision ? { ...decision } : Prisma.DbNull }
        : {}),
    },
    select: { experiment: true },
  });
  await recordTransition(tx, projectId, experiment, {
    ...{ from: before.state, to, split: splitOf(before), by, reason, at },
  });
  if (step === "start") await markAround(tx, projectId, at);
  if (isDecided(to)) await tx.experimentHistory.deleteMany({ where: { projectId, experiment } });
  await within?.(tx, before);
  if (to === "promoted") {
    const note = `Experiment “${experiment}” was promoted`;
    await shipLinked(tx, projectId, { kind: "experiment", experiment }, { name: by, note });
  }
  return findExperiment(projectId, experiment, tx);
}

const isDecided = (state: ExperimentState): boolean => state === "promoted" || state === "stopped";

/** The state that a step leads to. */
function requireStep(before: Experiment, step: ExperimentStep, winner: string | undefined): ExperimentState {
  const { experiment, state, arms } = before;
  const to = nextState(state, step);
  if (to === null) throw new Problem("conflict", `“${experiment}” is ${state}, so it cannot ${words[step]}.`);
  if (step === "start") requireComplete(before);
  if (step === "promote" && !arms.some(({ variant }) => variant === winner)) {
    const names = arms.map(({ variant }) => `“${variant}”`).join(", ");
    const errors = [{ path: "winner", message: `must be one of ${names}` }];
    throw new Problem("invalid_body", `winner: must be one of ${names}`, { errors });
  }
  return to;
}

const words: Record<ExperimentStep, string> = {
  start: "be started",
  pause: "be paused",
  resume: "be resumed",
  promote: "be decided",
  stop: "be stopped",
};

function requireComplete(experiment: Experiment): void {
  const errors = findMissing(experiment);
  if (errors.length === 0) return;
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  throw new Problem("experiment_incomplete", detail, { errors });
}

/** How many minutes a client's clock may be ahead of ours, and one that has begun. */
const MINUTES_AHEAD = 6;

/**
 * Answers may be logged and counted while the start commits, or a little ahead of time: their minutes are counted for the
 * experiment, too.
 */
async function markAround(tx: Transaction, projectId: string, at: Date): Promise<void> {
  const minute = Math.floor(at.getTime() / 60_000);
  await tx.experimentMark.createMany({
    data: Array.from({ length: MINUTES_AHEAD }, (_, later) => ({
      ...{ projectId, minute: new Date((minute + later) * 60_000) },
    })),
  });
}

/**
 * Pauses an arm that does harm, so that nobody is dealt it any more, and records why; an experiment that is left with
 * fewer than two arms is paused as a whole. Nothing where the arm is paused already or the experiment does not run.
 */
export function pauseArm(
  projectId: string,
  experiment: string,
  variant: string,
  { by, reason }: Pick<Stepping, "by" | "reason">,
): Promise<void> {
  return db().$transaction(async (tx) => {
    const before = await lockExperiment(tx, projectId, experiment);
    const paused = before.arms.find((arm) => arm.variant === variant && !arm.pausedAt && !arm.isControl);
    if (before.state !== "running" || !paused) return;
    const at = now();
    const where = { projectId_experiment_variant: { projectId, experiment, variant } };
    await tx.experimentArm.update({ where, data: { pausedAt: at }, select: { variant: true } });
    const after = await findExperiment(projectId, experiment, tx);
    const split = splitOf(after);
    const left = Object.values(split.weights).filter((weight) => weight > 0).length;
    const to = left < 2 ? "paused" : "running";
    await tx.experiment.update({
      where: { projectId_experiment: { projectId, experiment } },
      data: { splitAt: at, state: to },
      select: { experiment: true },
    });
    await recordTransition(tx, projectId, experiment, { from: "running", to, split, by, reason, at });
  });
}

/**
 * Switches a paused arm on again, and records why. An experiment that was paused as a whole stays so until it is resumed.
 * @throws Problem 404 where there is no such experiment or arm, 409 where the arm is not paused or it is all decided.
 */
export function resumeArm(
  projectId: string,
  experiment: string,
  variant: string,
  { by, reason }: Pick<Stepping, "by" | "reason">,
): Promise<Experiment> {
  return db().$transaction(async (tx) => {
    const { state, arms } = await lockExperiment(tx, projectId, experiment);
    const arm = arms.find((each) => each.variant === variant);
    if (!arm) throw new Problem("not_found", `“${experiment}” has no arm “${variant}”.`);
    if (isDecided(state))
      throw new Problem("conflict", `“${experiment}” is ${state}: its arms stay as they are.`);
    if (!arm.pausedAt) throw new Problem("conflict", `Arm “${variant}” of “${experiment}” is not paused.`);
    const at = now();
    const where = { projectId_experiment_variant: { projectId, experiment, variant } };
    await tx.experimentArm.update({ where, data: { pausedAt: null }, select: { variant: true } });
    await tx.experiment.update({
      where: { projectId_experiment: { projectId, experiment } },
      data: { splitAt: at },
      select: { experiment: true },
    });
    const after = await findExperiment(projectId, experiment, tx);
    const split = splitOf(after);
    await recordTransition(tx, projectId, experiment, { from: state, to: state, split, by, reason, at });
    return after;
  });
}

/** The projects with running experiments in which harm pauses an arm. */
export async function projectsToGuard(): Promise<string[]> {
  const rows = await db().experiment.findMany({
    where: { state: "running", pauseOnHarm: true },
    select: { projectId: true },
    distinct: ["projectId"],
  });
  return rows.map(({ projectId }) => projectId);
}
