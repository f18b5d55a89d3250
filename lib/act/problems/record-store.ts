import {
  advanceProblem,
  type FixLink,
  openProblem,
  type ProblemEvent,
  type ProblemState,
  type TrackedProblem,
} from "#lib/domain/problem-lifecycle.ts";
import { type Scope, scopeJson } from "#lib/domain/scope.ts";
import { pageAddress } from "#lib/platform/auth/page-address.ts";
import { now } from "#lib/platform/clock.ts";
import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { orProjectGone } from "#lib/platform/db/project-gone.ts";
import { newId } from "#lib/platform/ids.ts";
import { Problem as Refusal } from "#lib/platform/problem/index.ts";
import { notify } from "../notifications/index.ts";
import { problemNotification, type ToldKind } from "./notification.ts";
import {
  type FoundProblem,
  type Problem,
  type ProblemFigures,
  type StepTaker,
  WHETSTONE,
} from "./problem.ts";
import { everyProblem, findProblem, type ProblemLook, toProblem } from "./store.ts";

const keyOf = (projectId: string, problemId: string) => ({ projectId_problemId: { projectId, problemId } });

/**
 * Takes a step of a problem, keeps it, and tells the channels of what they listen to, in one transaction. What changes
 * nothing is not kept.
 * @throws Problem 404 where there is no such problem, 409 where its state does not allow the step.
 */
export const takeStep = (
  projectId: string,
  problemId: string,
  event: ProblemEvent,
  by: StepTaker,
): Promise<Problem> =>
  db()
    .$transaction((tx) => takeStepWithin(tx, projectId, problemId, event, by), TRANSACTION_TIMES)
    .catch(orProjectGone);

/** {@link takeStep} as a part of something else. */
async function takeStepWithin(
  tx: Transaction,
  projectId: string,
  problemId: string,
  event: ProblemEvent,
  by: StepTaker,
): Promise<Problem> {
  await tx.$queryRaw`
    SELECT FROM problem WHERE project_id = ${projectId}::uuid AND problem_id = ${problemId}::uuid FOR UPDATE`;
  const before = await findProblem(projectId, problemId, tx);
  const at = now();
  const advance = advanceProblem(before, event, at);
  if ("refused" in advance) throw new Refusal("conflict", advance.refused);
  if (!advance.changed) return before;
  const after = await keepState(tx, projectId, { before, event, at }, advance.problem);
  const stepId = await keepStep(tx, projectId, { before: before.state, after, event: event.kind, by, at });
  await tell(tx, projectId, after, { kind: toldOf(before.state, after.state), stepId, at, by });
  return after;
}

/** States in which a fix can be shipped. */
const shippable: readonly ProblemState[] = ["open", "fixing", "regressed", "snoozed", "faded"];

/** Ships the problems that something was to fix, in the transaction in which it went out. */
export async function shipLinked(
  tx: Transaction,
  projectId: string,
  link: FixLink,
  by: StepTaker,
): Promise<void> {
  const rows = await tx.problem.findMany({
    where: { projectId, state: { in: [...shippable] }, link: { equals: { ...link } } },
    select: { problemId: true },
    orderBy: { problemId: "asc" },
  });
  for (const { problemId } of rows) await takeStepWithin(tx, projectId, problemId, { kind: "ship" }, by);
}

/** What is told when a problem comes into a state. */
function toldOf(before: ProblemState | null, after: ProblemState): ToldKind | null {
  if (before === after) return null;
  if (before === null) return "problem.opened";
  if (after === "verified") return "problem.verified";
  // A snooze that ends, or a fix that is given up, is no news.
  return after === "regressed" && before !== "snoozed" && before !== "fixing" ? "problem.regressed" : null;
}

/** From when on answers count: a problem that was fixed or went away begins anew, unless somebody says that it is there. */
function restartOf(before: Problem, after: ProblemState, event: ProblemEvent, at: Date): Date | null {
  if (event.kind === "reopen") return null;
  return before.state !== after && (after === "fixed" || after === "faded") ? at : before.restartedAt;
}

async function keepState(
  tx: Transaction,
  projectId: string,
  { before, event, at }: { before: Problem; event: ProblemEvent; at: Date },
  { state, owner, link, fixedAt, snoozedUntil }: TrackedProblem,
): Promise<Problem> {
  const isVerified = state === "verified" && before.state !== "verified";
  const row = await tx.problem.update({
    where: keyOf(projectId, before.problemId),
    data: {
      ...{ state, owner, fixedAt, snoozedUntil, updatedAt: at },
      link: link === null ? Prisma.DbNull : { ...link },
      verifiedAt: isVerified ? at : state === "verified" ? before.verifiedAt : null,
      restartedAt: restartOf(before, state, event, at),
    },
  });
  return toProblem(row);
}

interface Kept {
  /** Null where it was found. */
  before: ProblemState | null;
  after: Problem;
  event: string;
  by: StepTaker;
  at: Date;
}

async function keepStep(
  tx: Transaction,
  projectId: string,
  { before, after, event, by, at }: Kept,
): Promise<string> {
  const { problemId, state, link } = after;
  const { stepId } = await tx.problemStep.create({
    data: {
      ...{ projectId, problemId, stepId: newId(), kind: event, fromState: before, toState: state },
      ...{ link: link === null ? Prisma.DbNull : { ...link }, by: by.name, note: by.note ?? "", at },
    },
    select: { stepId: true },
  });
  return stepId;
}

async function tell(
  tx: Transaction,
  projectId: string,
  problem: Problem,
  { kind, stepId, at, by }: { kind: ToldKind | null; stepId: string; at: Date; by: StepTaker },
): Promise<void> {
  if (kind === null) return;
  const { slug } = await tx.project.findUniqueOrThrow({ where: { projectId }, select: { slug: true } });
  const url = await pageAddress(slug, `/problems/${problem.problemId}`);
  await notify(tx, projectId, problemNotification(problem, { kind, stepId, url, at, note: by.note ?? "" }));
}

/** A problem that was found again. */
export interface SeenAgain {
  problemId: string;
  figures: ProblemFigures;
  /** Where it is named more exactly now. */
  named?: { scope: Scope; title: string } | undefined;
}

/** What a look says of a project's problems. */
export interface LookOutcome {
  opened: readonly FoundProblem[];
  seen: readonly SeenAgain[];
  /** What the data, and time, make of problems. */
  steps: readonly { problemId: string; event: ProblemEvent; note?: string }[];
  look: Omit<ProblemLook, "lookedAt">;
}

/**
 * Keeps what a look found, all or nothing. Looks of a project wait for each other, so that what two find at once is one
 * problem: the second already sees it on record.
 * @param judge says what follows, from the problems that are on record by then.
 */
export const recordLook = (projectId: string, judge: (known: Problem[]) => LookOutcome): Promise<void> =>
  db()
    .$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.problems}::int, hashtext(${projectId}))`;
      const { opened, seen, steps, look } = judge(await everyProblem(projectId, tx));
      for (const again of seen) await keepFigures(tx, projectId, again);
      for (const { problemId, event, note } of steps)
        await takeStepWithin(tx, projectId, problemId, event, { name: WHETSTONE, note });
      for (const found of opened) await open(tx, projectId, found);
      const lookedAt = now();
      await tx.problemLook.upsert({
        where: { projectId },
        create: { projectId, lookedAt, ...look },
        update: { lookedAt, ...look },
        select: { projectId: true },
      });
    }, TRANSACTION_TIMES)
    .catch(orProjectGone);

async function keepFigures(
  tx: Transaction,
  projectId: string,
  { problemId, figures, named }: SeenAgain,
): Promise<void> {
  const at = now();
  await tx.problem.update({
    where: keyOf(projectId, problemId),
    data: {
      ...{ ...figures, seenAt: at, updatedAt: at },
      ...(named === undefined ? {} : { scope: scopeJson(named.scope), title: named.title }),
    },
    select: { problemId: true },
  });
}

async function open(tx: Transaction, projectId: string, found: FoundProblem): Promise<void> {
  const at = now();
  const { link: _, ...tracked } = openProblem();
  const row = await tx.problem.create({
    data: {
      ...{ projectId, problemId: newId(), ...found, ...tracked, scope: scopeJson(found.scope) },
      ...{ foundAt: at, seenAt: at, updatedAt: at },
    },
  });
  const after = toProblem(row);
  const by = { name: WHETSTONE };
  const stepId = await keepStep(tx, projectId, { before: null, after, event: "found", by, at });
  await tell(tx, projectId, after, { kind: "problem.opened", stepId, at, by });
}
