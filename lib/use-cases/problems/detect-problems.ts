import {
  everyProblem,
  type FoundProblem,
  type LookOutcome,
  lookedSince,
  type Problem,
  type ProblemFigures,
  projectsWithSnoozeOver,
  recordLook,
} from "#lib/act/problems/index.ts";
import {
  type FoundCause,
  type Look,
  type LookInput,
  matchCauses,
  problemTitle,
} from "#lib/decide/problems/index.ts";
import { containsScope } from "#lib/domain/scope.ts";
import { countCombinations, dueCombinations, readPeople } from "#lib/evaluate/metrics/index.ts";
import { now as clock } from "#lib/platform/clock.ts";
import { offThread } from "#lib/platform/threads/index.ts";
import { type Judged, judgeKnown } from "./judge-known.ts";
import { DAY_MS, HOUR_MS, readSeen, recentSpan, type Seen } from "./read-seen.ts";

/** No cause is told of fewer people who rated. */
const RATERS_MIN = 10;

/** Where looking is done: in a thread of its own, as it takes a second or two of a large project. */
const LOOKING = { file: "lib/decide/problems/look-for-causes.ts", name: "lookForCauses" };

/** How long that may take, and how long it is waited for, in milliseconds. */
const [BUDGET_MS, PATIENCE_MS] = [60_000, 300_000];

/** A cause, with how many people it harms. */
type PlacedCause = FoundCause & { title: string; beganAt: Date };

/** The projects to look at: those with something new to count, or with a snooze that is over, once in every hour. */
export async function projectsToLookAt(now = clock()): Promise<string[]> {
  const [changed, snoozed] = await Promise.all([dueCombinations(), projectsWithSnoozeOver(now)]);
  const due = [...new Set([...changed, ...snoozed])];
  const looked = await lookedSince(due, new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS));
  return due.filter((projectId) => !looked.has(projectId));
}

/**
 * Looks for problems of a project, keeps what is new, renews what is known, and judges fixes that were shipped. It may run
 * any number of times, in any number of processes: what is known already is not found again.
 */
export async function detectProblems(projectId: string, now = clock()): Promise<void> {
  await countCombinations(projectId, now);
  const [seen, known] = await Promise.all([readSeen(projectId, now), everyProblem(projectId)]);
  const look = await lookAt(seen, known, now);
  const placed = await Promise.all(look.found.map((cause) => place(projectId, cause, seen, now)));
  const causes = placed
    .filter(({ raters }) => raters >= RATERS_MIN)
    .sort((one, other) => other.harm - one.harm);
  const { dispersion, usualOf, groups } = look;
  const judged = await judgeKnown(projectId, known, seen, { dispersion, now });
  await recordLook(projectId, (onRecord) => ({
    ...outcomeOf(onRecord, causes, judged, dispersion),
    look: { usualOf: Math.round(usualOf), groups },
  }));
}

function lookAt(seen: Seen, known: readonly Problem[], now: Date): Promise<Look> {
  const hours = (at: Date) => Math.floor(at.getTime() / HOUR_MS);
  const input: LookInput = {
    combinations: seen.combinations,
    userDays: seen.userDays,
    known: known.map(({ category, scope, state, beganAt, restartedAt }) => ({
      ...{ category, scope, state, beganHour: hours(beganAt) },
      // The hour in which a fix was shipped is of both.
      restartHour: restartedAt && hours(restartedAt) + 1,
    })),
    hour: hours(now),
  };
  const size = seen.combinations.reduce((sum, { hours }) => sum + hours.length, 0);
  const budget = { budgetMs: BUDGET_MS, patienceMs: PATIENCE_MS, background: true, size };
  return offThread<Look>(LOOKING, input, budget);
}

/** Names a cause, and counts whom it harms: people who met several of its combinations once. */
async function place(projectId: string, cause: FoundCause, seen: Seen, now: Date): Promise<PlacedCause> {
  const own = seen.combinations.filter(({ values }) => containsScope(cause.scope, values));
  const people = await readPeople(
    projectId,
    recentSpan(now),
    own.map(({ combinationId }) => combinationId),
  );
  const today = Math.floor(now.getTime() / DAY_MS);
  const firstHour = Math.min(...own.flatMap(({ hours }) => hours.map(({ hour }) => hour)));
  const beganAt = new Date(Math.max((today - cause.daysAgo) * DAY_MS, firstHour * HOUR_MS));
  return { ...cause, ...people, harm: people.met * cause.worse, title: problemTitle(cause), beganAt };
}

function outcomeOf(
  known: readonly Problem[],
  causes: readonly PlacedCause[],
  judged: readonly Judged[],
  dispersion: number,
): Omit<LookOutcome, "look"> {
  const outcome = {
    opened: [] as FoundProblem[],
    seen: [] as LookOutcome["seen"][number][],
    steps: [...judged],
  };
  const byId = new Map(known.map((problem) => [problem.problemId, problem]));
  for (const category of new Set([...causes, ...known].map((each) => each.category))) {
    const found = causes.filter((cause) => cause.category === category);
    const { opened, seen } = matchCauses(
      known
        .filter((problem) => problem.category === category)
        .map(({ problemId: id, scope, state }) => ({ id, scope, state })),
      found,
    );
    outcome.opened.push(...opened.map((cause) => newProblem(cause, dispersion)));
    for (const { id, cause } of seen) {
      const problem = byId.get(id);
      // Whether a fix worked is judged by the answers since then, and by nothing else.
      if (!problem || problem.state === "fixed") continue;
      outcome.seen.push(seenAgain(problem, cause, dispersion));
      // What is found is not gone, whatever its last days look like.
      outcome.steps = outcome.steps.filter(
        (step) => step.problemId !== id || step.event.kind !== "seen_usual",
      );
      outcome.steps.push({ problemId: id, event: { kind: "seen_worse" }, note: "Found again" });
    }
  }
  return outcome;
}

const figuresOf = (cause: PlacedCause, dispersion: number): ProblemFigures => {
  const { n, bad, expected, usual, raters, met, worse, harm } = cause;
  return {
    ...{ usual: n === 0 ? 0 : expected / n, usualOf: Math.round(usual), n, bad, expected, dispersion },
    ...{ raters, met, worse, harm },
  };
};

const newProblem = (cause: PlacedCause, dispersion: number): FoundProblem => ({
  ...figuresOf(cause, dispersion),
  ...{ kind: cause.category === null ? "rate" : "category", category: cause.category },
  ...{ against: cause.against, scope: cause.scope, title: cause.title, beganAt: cause.beganAt },
});

/** The scope of a problem becomes clearer with more ratings, until somebody works on it. */
function seenAgain(problem: Problem, cause: PlacedCause, dispersion: number): LookOutcome["seen"][number] {
  const { problemId, state } = problem;
  const figures = figuresOf(cause, dispersion);
  if (state !== "open") return { problemId, figures };
  return { problemId, figures, named: { scope: cause.scope, title: cause.title } };
}
