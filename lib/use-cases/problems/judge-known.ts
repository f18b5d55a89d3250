import type { Problem } from "#lib/act/problems/index.ts";
import { answersAfterFix, type FixVerdict, judgeFix } from "#lib/decide/problems/index.ts";
import type { ProblemEvent } from "#lib/domain/problem-lifecycle.ts";
import { readPeople } from "#lib/evaluate/metrics/index.ts";
import { DAY_MS, HOUR_MS, type Seen } from "./read-seen.ts";

/** What the data say of a problem on record, and why. */
export interface Judged {
  problemId: string;
  event: ProblemEvent;
  note: string;
}

/** Days that tell whether a problem went away by itself. */
const FADING_DAYS = 7;

/** The fewest thumbs in which a problem can be seen to have gone. */
const THUMBS_MIN = 30;

/** What some answers got. */
interface Sums {
  n: number;
  bad: number;
  combinationIds: string[];
}

/** Judges problems whose fix was shipped by the answers since then, and open ones by those of the last days. */
export async function judgeKnown(
  projectId: string,
  known: readonly Problem[],
  seen: Seen,
  { dispersion, now }: { dispersion: number; now: Date },
): Promise<Judged[]> {
  const judged = await Promise.all(
    known.map(async (problem): Promise<Judged | null> => {
      if (problem.state === "snoozed")
        return { problemId: problem.problemId, event: { kind: "tick" }, note: "The snooze is over" };
      const asked = askedOf(problem, seen, now);
      if (asked === null || asked.sums.n < THUMBS_MIN) return null;
      const { sums, from } = asked;
      const { raters } = await readPeople(projectId, { from, to: now }, sums.combinationIds);
      const verdict = judgeFix({
        ...{ n: sums.n, bad: sums.bad, raters, expected: sums.n * problem.usual, dispersion },
        shareBefore: problem.n === 0 ? 1 : problem.bad / problem.n,
      });
      return eventOf(problem, verdict, sums);
    }),
  );
  return judged.filter((each) => each !== null);
}

/** Which answers judge a problem, and since when; null where nothing does. */
function askedOf(problem: Problem, seen: Seen, now: Date): { sums: Sums; from: Date } | null {
  const { state, fixedAt, link, restartedAt, scope } = problem;
  const values = seen.combinations.map((each) => each.values);
  const successors = answersAfterFix(values, scope, link?.kind ?? "hand");
  if (state === "fixed" && fixedAt !== null) {
    const from = nextHour(fixedAt);
    return { sums: sumUp(seen, successors, problem, from), from };
  }
  if (state !== "open" && state !== "regressed") return null;
  const recently = now.getTime() - FADING_DAYS * DAY_MS;
  const from = nextHour(new Date(Math.max(recently, restartedAt?.getTime() ?? 0)));
  const own = answersAfterFix(values, withoutReplacing(scope), "hand").filter((at) =>
    Object.entries(scope).every(([name, value]) => values[at]?.[name as keyof typeof scope] === value),
  );
  const sums = sumUp(seen, own, problem, from);
  // A version that nobody asks for any more is judged by what came after it.
  return { sums: sums.n >= THUMBS_MIN ? sums : sumUp(seen, successors, problem, from), from };
}

const withoutReplacing = ({ promptVersion: _, variant: __, ...scope }: Problem["scope"]) => scope;

const nextHour = (at: Date): Date => new Date(Math.ceil(at.getTime() / HOUR_MS) * HOUR_MS);

function sumUp(seen: Seen, which: readonly number[], { category }: Problem, from: Date): Sums {
  const first = from.getTime() / HOUR_MS;
  const sums: Sums = { n: 0, bad: 0, combinationIds: [] };
  for (const at of which) {
    const combination = seen.combinations[at];
    if (!combination) continue;
    sums.combinationIds.push(combination.combinationId);
    for (const { hour, thumbs, down } of combination.hours) {
      if (hour < first) continue;
      sums.n += thumbs;
      if (category === null) sums.bad += down;
    }
    if (category === null) continue;
    for (const { hour, down } of combination.categories[category] ?? []) if (hour >= first) sums.bad += down;
  }
  return sums;
}

function eventOf(problem: Problem, verdict: FixVerdict, { n, bad }: Sums): Judged | null {
  const { problemId, state, category, usual } = problem;
  const what = category === null ? "are down" : `have “${category}”`;
  const share = (part: number) => `${Math.round(part * 100)}%`;
  const figures = `${share(bad / n)} of ${n.toLocaleString("en-US")} thumbs ${what}; ${share(usual)} were usual`;
  if (verdict === "verified") {
    const since = state === "fixed" ? "Since the fix" : `In the last ${FADING_DAYS} days`;
    return { problemId, event: { kind: "seen_usual" }, note: `${since}, ${figures}` };
  }
  // An open problem that is still there says nothing new.
  return verdict === "regressed" && state === "fixed"
    ? { problemId, event: { kind: "seen_worse" }, note: `Since the fix, ${figures}` }
    : null;
}
