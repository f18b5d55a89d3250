import type { ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { containsScope, type Scope } from "#lib/domain/scope.ts";
import { type Cause, FALLS, findCausesIn, GROWTHS } from "./find-causes.ts";
import { badOfHour, dayOfHour } from "./hours.ts";
import { type Against, type CellHours, makeCells } from "./make-cells.ts";
import { moreBy, STARTS, type Worse } from "./rise-detector.ts";
import { type Cell, CellGroups } from "./subtotals.ts";
import { type UserDays, usersDispersion } from "./users-dispersion.ts";

/** The thumbs of an hour since 1970, and those down with each category. */
export interface HourSeen {
  hour: number;
  thumbs: number;
  down: number;
}

/** The thumbs on answers with the same values in all dimensions. */
export interface CombinationSeen {
  values: Scope;
  hours: readonly HourSeen[];
  /** Users who rated in the days on which something may have begun. */
  raters: number;
  /** Thumbs down by category, where some have it often enough. */
  categories: Readonly<Record<string, readonly { hour: number; down: number }[]>>;
}

/** What a look needs of a problem on record. */
export interface ProblemOnRecord {
  /** Null where it is about thumbs down. */
  category: string | null;
  scope: Scope;
  state: ProblemState;
  /** Hours since 1970: answers from the first to before the second count for nothing; null where all count. */
  beganHour: number;
  restartHour: number | null;
}

/** What is looked at. Plain data, because a thread of its own looks. */
export interface LookInput {
  combinations: readonly CombinationSeen[];
  userDays: readonly UserDays[];
  known: readonly ProblemOnRecord[];
  /** The current hour since 1970. */
  hour: number;
}

/** A group of answers that is worse. */
export interface FoundCause extends Cause {
  /** Of a category that grows; null where thumbs down do. */
  category: string | null;
  against: Against;
  /** Whether the version of the prompt that it names came with it. */
  isNew: boolean;
}

/** What a look found. */
export interface Look {
  found: FoundCause[];
  dispersion: number;
  /** The ratings that told what is usual: 0 while they are too few. */
  usualOf: number;
  /** How many groups of answers were judged. */
  groups: number;
  /** On how many days, up to today, something may have begun. */
  starts: number;
}

/** The most combinations that are looked at, each by itself: the most rated. All others are one without values. */
const COMBINATIONS_MAX = 3_000;

/** Days of history before anything is looked for. */
const HISTORY_MIN = 7;

/** By how much a group must be below the project. Smaller differences are the rule between features. */
const BELOW: readonly Worse[] = [0.1, 0.2, 0.4].map(moreBy);

/** The most dimensions that a growing category is looked for in. */
const CATEGORY_DEEPEST = 2;

/** States in which a problem explains what else is worse in its answers. */
const explaining: readonly ProblemState[] = ["open", "regressed", "fixing", "fixed", "snoozed"];

/** The design effect is that of the ratio in the middle of those that are looked for. */
const DISPERSED = moreBy(0.1);

const tooLittle = (): Look => ({ found: [], dispersion: 1, usualOf: 0, groups: 0, starts: 0 });

/**
 * Looks for what got worse: thumbs down against each group's own history, then against the project, of answers that the
 * first does not explain, then each category's share against its history, of answers that neither explains nor a problem on
 * record does. All are tests of one look.
 */
export function lookForCauses({ combinations: all, userDays, known, hour }: LookInput): Look {
  const combinations = fewest(all);
  const today = dayOfHour(hour);
  const starts = startsOf(combinations, today);
  if (starts < 1) return tooLittle();
  const values = combinations.map((each) => each.values);
  const groups = new CellGroups(values, 3);
  const dispersed = usersDispersion(userDays, DISPERSED);
  const made = (hours: readonly CellHours[], against: Against) =>
    makeCells(hours, today, { against, starts, dispersion: dispersed });
  const down = combinations.map((each) => hoursOf(each, null, known));
  const [own, project] = [made(down, "own"), made(down, "project")];
  if (own === null || project === null) return tooLittle();
  const { dispersion, usualOf } = own;
  const categories = [...new Set(combinations.flatMap((each) => Object.keys(each.categories)))].sort();
  const shallow = groups.all.filter(({ size }) => size <= CATEGORY_DEEPEST).length;
  const tests = 2 * groups.all.length + categories.length * shallow;
  const found: FoundCause[] = [];
  const look = (
    cells: readonly Cell[],
    worse: readonly Worse[],
    category: string | null,
    against: Against,
  ) => {
    const own = category === null ? groups.all.length : shallow;
    const deepest = category === null ? 3 : CATEGORY_DEEPEST;
    const causes = findCausesIn(groups, cells, { worse, dispersion, deepest, otherTests: tests - own });
    for (const cause of causes) {
      found.push({ ...cause, ...withVersion(combinations, cause, today), category, against });
    }
  };
  look(own.cells, FALLS, null, "own");
  look(without(project.cells, scopesOf(found)), BELOW, null, "project");
  const explained = known.filter((each) => each.category === null && explaining.includes(each.state));
  for (const category of categories) {
    const named = combinations.map((each) => hoursOf(each, category, known));
    const cells = made(named, "own")?.cells;
    const covered = [...scopesOf(found), ...scopesOf(explained)];
    if (cells) look(without(cells, covered), GROWTHS, category, "own");
  }
  return { found, dispersion, usualOf, groups: groups.all.length, starts };
}

const scopesOf = (scoped: readonly { scope: Scope }[]): Scope[] => scoped.map(({ scope }) => scope);

function firstHour(combinations: readonly CombinationSeen[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { hours } of combinations) for (const { hour } of hours) first = Math.min(first, hour);
  return first;
}

const thumbsSince = (combinations: readonly CombinationSeen[], first: number): number =>
  combinations.reduce(
    (total, { hours }) =>
      total + hours.reduce((all, { hour, thumbs }) => all + (hour < first ? 0 : thumbs), 0),
    0,
  );

/** A young project has few days that are usual, and fewer on which something may have begun. */
function startsOf(combinations: readonly CombinationSeen[], today: number): number {
  return Math.min(STARTS, today - dayOfHour(firstHour(combinations)) - HISTORY_MIN + 1);
}

/** The hours of a combination that count, with thumbs down or a category as what is bad. */
function hoursOf(
  { values, hours, raters, categories }: CombinationSeen,
  category: string | null,
  known: readonly ProblemOnRecord[],
): CellHours {
  const over = known.filter(
    (each) =>
      (each.category === null || each.category === category) &&
      each.restartHour !== null &&
      containsScope(each.scope, values),
  );
  const counts = (hour: number) =>
    over.every((each) => hour < each.beganHour || hour >= (each.restartHour ?? 0));
  const counted = over.length === 0 ? hours : hours.filter(({ hour }) => counts(hour));
  const named =
    category === null ? null : new Map((categories[category] ?? []).map(({ hour, down }) => [hour, down]));
  const seen = counted.map(({ hour, thumbs, down }) =>
    badOfHour(hour, thumbs, named ? (named.get(hour) ?? 0) : down),
  );
  return { values, raters, met: 0, hours: seen };
}

/** Cells without what was seen of answers that something explains. */
const without = (cells: readonly Cell[], scopes: readonly Scope[]): Cell[] =>
  cells.map((cell) =>
    scopes.some((scope) => containsScope(scope, cell.values))
      ? { ...cell, raters: 0, since: cell.since.map(() => ({ n: 0, bad: 0, expected: 0 })) }
      : cell,
  );

/** Ratings since a problem began of which a version must have so many to have come with it. */
const NEARLY_ALL = 0.95;

/**
 * The version of a prompt that came with a cause: nearly all of its ratings since then are of that, and none is older. It
 * is named, too, because the answers since then are the same with it and without, and it tells where to look.
 */
function withVersion(combinations: readonly CombinationSeen[], cause: Cause, today: number) {
  const began = (today - cause.daysAgo) * 24;
  const own = combinations.filter(({ values }) => containsScope(cause.scope, values));
  for (const [promptVersion, of] of Map.groupBy(own, ({ values }) => values.promptVersion)) {
    if (promptVersion === undefined) continue;
    const first = firstHour(of);
    // A beginning is known to a day: it may have come in the course of that, or of the day before.
    const isNew = first >= began - 24 && first < began + 24;
    if (isNew && thumbsSince(of, first) >= NEARLY_ALL * thumbsSince(own, first))
      return { scope: { ...cause.scope, promptVersion }, isNew };
  }
  return { scope: cause.scope, isNew: false };
}

/** The most rated combinations; all others are one without values. */
function fewest(combinations: readonly CombinationSeen[]): readonly CombinationSeen[] {
  if (combinations.length <= COMBINATIONS_MAX) return combinations;
  const sized = combinations
    .map((each) => ({ each, size: each.hours.reduce((sum, { thumbs }) => sum + thumbs, 0) }))
    .sort((one, other) => other.size - one.size)
    .map(({ each }) => each);
  const rest = sized.slice(COMBINATIONS_MAX);
  const raters = rest.reduce((sum, each) => sum + each.raters, 0);
  const hours = rest.flatMap((each) => each.hours);
  return [...sized.slice(0, COMBINATIONS_MAX), { values: {}, hours, raters, categories: {} }];
}
