import { type FixLink, fixLinkSchema, type ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { scopeOfJson, scopeSchema } from "#lib/domain/scope.ts";
import { db, type Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { Problem as Refusal } from "#lib/platform/problem/index.ts";
import type { Problem, ProblemStep } from "./problem.ts";

/** Most problems of a page. */
const PAGE_MAX = 200;

type Row = Prisma.ProblemGetPayload<object>;

const toLink = (json: unknown): FixLink | null => (json === null ? null : fixLinkSchema.parse(json));

/** A row as a problem. */
export const toProblem = ({ projectId: _, scope, link, ...row }: Row): Problem => ({
  ...row,
  scope: scopeOfJson(scopeSchema.parse(scope)),
  link: toLink(link),
});

const keyOf = (projectId: string, problemId: string) => ({ projectId_problemId: { projectId, problemId } });

/** Which problems of a project. */
export interface ProblemsAsked {
  states?: readonly ProblemState[] | undefined;
  limit?: number | undefined;
  /** The id of the last problem of the page before. */
  after?: string | undefined;
}

/** A project's problems, the most harmful first. */
export async function listProblems(
  projectId: string,
  { states, limit = PAGE_MAX, after }: ProblemsAsked = {},
): Promise<Problem[]> {
  const rows = await db().problem.findMany({
    where: { projectId, ...(states === undefined ? {} : { state: { in: [...states] } }) },
    orderBy: [{ harm: "desc" }, { problemId: "asc" }],
    take: Math.min(limit, PAGE_MAX),
    ...(after === undefined ? {} : { cursor: keyOf(projectId, after), skip: 1 }),
  });
  return rows.map(toProblem);
}

/** How many problems a project has in each state that any is in. */
export async function countProblems(projectId: string): Promise<Map<ProblemState, number>> {
  const rows = await db().problem.groupBy({ by: ["state"], where: { projectId }, _count: true });
  return new Map(rows.map(({ state, _count: count }) => [state, count]));
}

/** All problems of a project, whatever became of them. */
export async function everyProblem(projectId: string, tx: Transaction = db()): Promise<Problem[]> {
  return (await tx.problem.findMany({ where: { projectId } })).map(toProblem);
}

/**
 * One problem.
 * @throws Problem 404 where there is none with this id.
 */
export async function findProblem(
  projectId: string,
  problemId: string,
  tx: Transaction = db(),
): Promise<Problem> {
  const row = await tx.problem.findUnique({ where: keyOf(projectId, problemId) });
  if (!row) throw new Refusal("not_found", `No problem with the id ${problemId}.`);
  return toProblem(row);
}

/** The problems with these ids, in no order; what is not there is left out. */
export async function findProblems(projectId: string, problemIds: readonly string[]): Promise<Problem[]> {
  if (problemIds.length === 0) return [];
  const rows = await db().problem.findMany({ where: { projectId, problemId: { in: [...problemIds] } } });
  return rows.map(toProblem);
}

/** What happened to a problem, oldest first. */
export async function listSteps(projectId: string, problemId: string): Promise<ProblemStep[]> {
  const rows = await db().problemStep.findMany({
    where: { projectId, problemId },
    orderBy: { stepId: "asc" },
  });
  return rows.map(toStep);
}

type StepRow = Prisma.ProblemStepGetPayload<object>;

const toStep = ({ stepId, kind, fromState, toState, link, by, note, at }: StepRow): ProblemStep => ({
  ...{ stepId, kind: kind as ProblemStep["kind"], from: fromState, to: toState, link: toLink(link) },
  ...{ by, note, at },
});

/** A problem with all that happened to it. */
export interface ProblemLife {
  problem: Pick<Problem, "problemId" | "title" | "state" | "beganAt">;
  /** Oldest first. */
  steps: ProblemStep[];
}

/** The problems that something happened to from `from` (inclusive) to `to` (exclusive), the newest first. */
export async function listLives(
  projectId: string,
  { from, to }: { from: Date; to: Date },
): Promise<ProblemLife[]> {
  const rows = await db().problem.findMany({
    where: { projectId, steps: { some: { at: { gte: from, lt: to } } } },
    select: {
      ...{ problemId: true, title: true, state: true, beganAt: true },
      steps: { orderBy: { stepId: "asc" } },
    },
    orderBy: { problemId: "desc" },
    take: PAGE_MAX,
  });
  return rows.map(({ steps, ...problem }) => ({ problem, steps: steps.map(toStep) }));
}

/** When problems of a project were last looked for. */
export interface ProblemLook {
  lookedAt: Date;
  /** The ratings that told what is usual. */
  usualOf: number;
  /** How many groups of answers were judged. */
  groups: number;
}

/** The last look for problems; null before the first. */
export async function findLook(projectId: string): Promise<ProblemLook | null> {
  const row = await db().problemLook.findUnique({ where: { projectId } });
  return row && { lookedAt: row.lookedAt, usualOf: row.usualOf, groups: row.groups };
}

/** Which of some projects were looked at since a moment. */
export async function lookedSince(projectIds: readonly string[], since: Date): Promise<Set<string>> {
  const rows = await db().problemLook.findMany({
    where: { projectId: { in: [...projectIds] }, lookedAt: { gte: since } },
    select: { projectId: true },
  });
  return new Set(rows.map(({ projectId }) => projectId));
}

/** The projects with a problem that was snoozed until now. */
export async function projectsWithSnoozeOver(now: Date): Promise<string[]> {
  const rows = await db().problem.findMany({
    where: { state: "snoozed", snoozedUntil: { lte: now } },
    select: { projectId: true },
    distinct: ["projectId"],
  });
  return rows.map(({ projectId }) => projectId);
}
