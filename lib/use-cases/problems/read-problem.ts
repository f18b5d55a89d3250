import { findProblem, listSteps, type Problem, type ProblemStep } from "#lib/act/problems/index.ts";
import {
  type CategoryCounts,
  type CategoryLift,
  categoryLifts,
  type MixShift,
  mixShifts,
  type ProblemTimes,
  problemTimes,
} from "#lib/decide/problems/index.ts";
import { pickDimensions } from "#lib/domain/dimensions.ts";
import { containsScope } from "#lib/domain/scope.ts";
import { countable, type EditKindRow, editKinds, type MetricFilter } from "#lib/evaluate/metrics/index.ts";
import { type RecurringComment, recurringComments, unhappyComments } from "#lib/observe/feedback/index.ts";
import {
  type InteractionListItem,
  listInteractions,
  type RetrievalScores,
  retrievalScores,
} from "#lib/observe/interactions/index.ts";
import { type TrendChange, trendChanges } from "../trend-changes.ts";
import { DAY_MS, HOUR_MS, readHistory, type Seen } from "./read-seen.ts";

/** A day (UTC) of a problem's answers. */
export interface ProblemDay {
  /** "2026-11-30". */
  date: string;
  thumbs: number;
  bad: number;
}

/** A problem with what speaks for it. */
export interface ProblemReading {
  problem: Problem;
  steps: ProblemStep[];
  times: ProblemTimes;
  /** The last six weeks, as far as there were ratings. */
  days: ProblemDay[];
  evidence: ProblemEvidence;
  /** The prompts of its answers, the most rated first. */
  templates: string[];
}

/** What speaks for a problem, and may explain it. */
export interface ProblemEvidence {
  /** Categories that are over-represented, against other answers since then, or those before if all are bad. */
  categories: CategoryLift[];
  comments: RecurringComment[];
  /** The newest of the answers that were rated badly. */
  worst: InteractionListItem[];
  /** All of them: thumbs down from a moment (inclusive) to another (exclusive). */
  complaints: { since: Date; until: Date; count: number };
  /** What corrections of these answers did; null where that cannot be counted. */
  edits: EditKindRow[] | null;
  /** What changed just before it began. */
  changes: TrendChange[];
  mix: MixShift[];
  /** Since it began, and before. */
  retrieval: { since: RetrievalScores; before: RetrievalScores };
}

/** Days around the beginning in which a change may have caused it: it is known to a day. */
const [CHANGE_BEFORE, CHANGE_AFTER] = [3, 1];

/** Most comments, answers and edits that are told. */
const [COMMENTS_MAX, WORST_MAX] = [5, 5];

/** Days before the beginning that it is compared with. */
const BEFORE_DAYS = 28;

/**
 * A problem with its evidence.
 * @throws Problem 404 where there is none with this id.
 */
export async function readProblem(projectId: string, problemId: string, now: Date): Promise<ProblemReading> {
  const problem = await findProblem(projectId, problemId);
  const [steps, history] = await Promise.all([listSteps(projectId, problemId), readHistory(projectId, now)]);
  return {
    ...{ problem, steps, times: problemTimes(problem.beganAt, steps), days: daysOf(problem, history) },
    templates: templatesOf(problem, history),
    evidence: await readEvidence(projectId, problem, history, now),
  };
}

function templatesOf({ scope }: Problem, history: Seen["combinations"]): string[] {
  const rated = new Map<string, number>();
  for (const { values, hours } of history) {
    const { promptTemplate } = values;
    if (promptTemplate === undefined || !containsScope(scope, values)) continue;
    const thumbs = hours.reduce((sum, hour) => sum + hour.thumbs, 0);
    rated.set(promptTemplate, (rated.get(promptTemplate) ?? 0) + thumbs);
  }
  return [...rated].sort(([, one], [, other]) => other - one).map(([template]) => template);
}

/** From when to when a problem lasted, as far as that is known. */
const lasted = ({ beganAt, fixedAt, state }: Problem, now: Date): { from: Date; to: Date } => {
  const isOver = fixedAt !== null && (state === "fixed" || state === "verified") && fixedAt > beganAt;
  return { from: beganAt, to: isOver ? fixedAt : new Date(now.getTime() + HOUR_MS) };
};

async function readEvidence(
  projectId: string,
  problem: Problem,
  history: Seen["combinations"],
  now: Date,
): Promise<ProblemEvidence> {
  const { scope, category } = problem;
  const span = lasted(problem, now);
  const before = { from: new Date(span.from.getTime() - BEFORE_DAYS * DAY_MS), to: span.from };
  const window = { ...pickDimensions(scope), ...span };
  const [comments, worst, edits, changes, since, earlier] = await Promise.all([
    unhappyComments(projectId, window),
    listInteractions(projectId, {
      ...window,
      rating: "down",
      ...(category ? { category } : {}),
      ...{ limit: WORST_MAX, counted: true },
    }),
    readEdits({ projectId, ...pickDimensions(scope), ...datesOf(span), tz: "UTC" }),
    readChanges(projectId, problem),
    retrievalScores(projectId, window),
    retrievalScores(projectId, { ...pickDimensions(scope), ...before }),
  ]);
  return {
    categories: liftsOf(problem, history, span),
    comments: await recurringComments(comments, COMMENTS_MAX),
    complaints: { since: span.from, until: span.to, count: worst.count?.ratings ?? 0 },
    ...{ worst: worst.data, edits, changes, mix: mixOf(problem, history) },
    retrieval: { since, before: earlier },
  };
}

const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

const datesOf = ({ from, to }: { from: Date; to: Date }) => ({ from: dateOf(from), to: dateOf(to) });

async function readEdits(filter: MetricFilter): Promise<EditKindRow[] | null> {
  if (!(await countable(filter)).possible) return null;
  return (await editKinds(filter)).filter(({ count }) => count > 0);
}

/** What was deployed, and which labels were moved, just before a problem began. */
function readChanges(projectId: string, { beganAt, scope }: Problem): Promise<TrendChange[]> {
  const around = {
    from: new Date(beganAt.getTime() - CHANGE_BEFORE * DAY_MS),
    to: new Date(beganAt.getTime() + CHANGE_AFTER * DAY_MS),
  };
  const { feature, promptTemplate } = scope;
  return trendChanges({ projectId, feature, promptTemplate, ...datesOf(around), tz: "UTC" });
}

/** Sums over the hours of some combinations for which `within` holds. */
function countDown(combinations: Seen["combinations"], within: (hour: number) => boolean): CategoryCounts {
  const named: Record<string, number> = {};
  let all = 0;
  for (const { hours, categories } of combinations) {
    for (const { hour, down } of hours) if (within(hour)) all += down;
    for (const [category, own] of Object.entries(categories))
      for (const { hour, down } of own) if (within(hour)) named[category] = (named[category] ?? 0) + down;
  }
  return { down: all, named };
}

/** The categories of a problem, against other answers in the same time; of all answers, against the time before. */
function liftsOf(
  { scope, beganAt }: Problem,
  history: Seen["combinations"],
  { to }: { to: Date },
): CategoryLift[] {
  const [began, ended] = [beganAt.getTime() / HOUR_MS, to.getTime() / HOUR_MS];
  const [own, others] = [true, false].map((is) =>
    history.filter(({ values }) => containsScope(scope, values) === is),
  ) as [Seen["combinations"], Seen["combinations"]];
  const lasting = (hour: number) => hour >= began && hour < ended;
  const compared = others.length > 0 ? countDown(others, lasting) : countDown(own, (hour) => hour < began);
  return categoryLifts(countDown(own, lasting), compared);
}

function mixOf({ scope, beganAt }: Problem, history: Seen["combinations"]): MixShift[] {
  const began = beganAt.getTime() / HOUR_MS;
  const sum = (hours: Seen["combinations"][number]["hours"]) =>
    hours.reduce((total, { thumbs }) => total + thumbs, 0);
  return mixShifts(
    history
      .filter(({ values }) => containsScope(scope, values))
      .map(({ values, hours }) => ({
        values,
        before: sum(hours.filter(({ hour }) => hour < began)),
        since: sum(hours.filter(({ hour }) => hour >= began)),
      })),
  );
}

/** The ratings of a problem's answers by day. */
function daysOf({ scope, category }: Problem, history: Seen["combinations"]): ProblemDay[] {
  const days = new Map<number, { thumbs: number; bad: number }>();
  const add = (hour: number, thumbs: number, bad: number) => {
    const day = Math.floor(hour / 24);
    const sums = days.get(day) ?? { thumbs: 0, bad: 0 };
    days.set(day, { thumbs: sums.thumbs + thumbs, bad: sums.bad + bad });
  };
  for (const { values, hours, categories } of history) {
    if (!containsScope(scope, values)) continue;
    for (const { hour, thumbs, down } of hours) add(hour, thumbs, category === null ? down : 0);
    if (category !== null) for (const { hour, down } of categories[category] ?? []) add(hour, 0, down);
  }
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([day, sums]) => ({ date: dateOf(new Date(day * DAY_MS)), ...sums }));
}
