import type { Scope } from "#lib/domain/scope.ts";
import { fitPrior } from "../statistics/index.ts";
import { STARTS, USUAL_DAYS } from "./rise-detector.ts";
import type { Cell, SeenSince } from "./subtotals.ts";
import { type BadOfHour, clampShare, type UsualShare, usualShare } from "./usual-share.ts";

/** The hours of the answers with one value in every dimension. */
export interface CellHours {
  values: Scope;
  hours: readonly BadOfHour[];
  /** Users who rated, and who met these answers, in the days on which a problem may have begun. */
  raters: number;
  met: number;
}

/** What a group is compared with: its own history, or the whole project. */
export type Against = "own" | "project";

/** What causes are looked for in; null while too little is known. */
export interface CellsOfProject {
  cells: Cell[];
  dispersion: number;
  /** The ratings that tell what is usual. */
  usualOf: number;
}

/** How cells are made. */
export interface CellOptions {
  against?: Against;
  /** The design effect of users who rate several times, where it is known. */
  dispersion?: number;
  /** Days on which something may have begun, up to today: fewer where a project is young. */
  starts?: number;
}

/** The fewest ratings of a project that tell what is usual. */
const USUAL_RATINGS_MIN = 100;

/**
 * Counts, for each combination of values, what was seen since each of the last 14 days and what was usual: what was so in
 * the 28 days before, by hour of the week as in the whole project. A combination's own usual share is shrunk to the
 * project's, so what is new, such as a version of a prompt, is compared with the project.
 * @param today the current day, as in `BadOfHour`.
 */
export function makeCells(
  groups: readonly CellHours[],
  today: number,
  { against = "own", dispersion = 1, starts = STARTS }: CellOptions = {},
): CellsOfProject | null {
  const first = today - starts + 1;
  const past = (day: number) => day < first && day >= first - USUAL_DAYS;
  const usual = usualShare(addUp(groups, past), dispersion);
  if (usual === null || usual.n < USUAL_RATINGS_MIN) return null;
  const tallies = groups.map(({ hours }) => {
    const tally = { n: 0, up: 0 };
    for (const { day, n, bad } of hours) {
      if (!past(day)) continue;
      tally.n += n;
      tally.up += bad;
    }
    return tally;
  });
  const { alpha, beta } = fitPrior(tallies) ?? { alpha: 1, beta: 1 };
  const cells = groups.map(({ values, hours, raters, met }, at): Cell => {
    const { n, up } = tallies[at] ?? { n: 0, up: 0 };
    const own = (up + alpha) / (n + alpha + beta);
    const [share, known] = against === "own" ? [own, n + alpha + beta] : [usual.share, usual.n];
    return { values, raters, met, usual: known, since: seenSince(hours, { first, starts }, share, usual) };
  });
  return { cells, dispersion: usual.dispersion, usualOf: usual.n };
}

/** The sums of the hours of all groups on some days, so that a day is one sum. */
function addUp(groups: readonly CellHours[], within: (day: number) => boolean): BadOfHour[] {
  const sums = new Map<number, BadOfHour>();
  for (const { hours } of groups)
    for (const { day, weekHour, n, bad } of hours) {
      if (!within(day)) continue;
      const key = day * 24 + (weekHour % 24);
      const sum = sums.get(key);
      if (sum === undefined) sums.set(key, { day, weekHour, n, bad });
      else {
        sum.n += n;
        sum.bad += bad;
      }
    }
  return [...sums.values()];
}

/** What was seen since today, since yesterday, and so on. */
function seenSince(
  hours: readonly BadOfHour[],
  { first, starts }: { first: number; starts: number },
  share: number,
  { ofWeekHour, share: usual }: UsualShare,
): SeenSince[] {
  const days = Array.from({ length: starts }, () => ({ n: 0, bad: 0, expected: 0 }));
  for (const { day, weekHour, n, bad } of hours) {
    const sums = days[first + starts - 1 - day];
    if (!sums) continue;
    sums.n += n;
    sums.bad += bad;
    sums.expected += n * clampShare((share * (ofWeekHour[weekHour] ?? usual)) / usual);
  }
  let total: SeenSince = { n: 0, bad: 0, expected: 0 };
  return days.map((day) => {
    total = { n: total.n + day.n, bad: total.bad + day.bad, expected: total.expected + day.expected };
    return total;
  });
}
