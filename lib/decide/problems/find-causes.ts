import { dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";
import { eBenjaminiHochberg, logLikelihoodRatio, logMean, logSum } from "../statistics/index.ts";
import { FALSE_ALARM_DAYS } from "./false-alarms.ts";
import { moreBy, moreTimes, RATINGS_MIN, type Worse } from "./rise-detector.ts";
import { type Cell, type GroupOfCells, type SeenSince, Subtotals } from "./subtotals.ts";

/** What is found: groups of answers that are worse than usual, each by its narrowest scope. */
export interface Cause {
  scope: Scope;
  /** Other scopes that name the same answers, as of a model that only one feature uses. */
  sameAs: Scope[];
  /** ln of its e-value. */
  evidence: number;
  /** How many days ago it most probably began. */
  daysAgo: number;
  n: number;
  bad: number;
  expected: number;
  /** The ratings that tell what was usual. */
  usual: number;
  raters: number;
  met: number;
  /** How much larger the share of bad ratings is than usual. */
  worse: number;
  /** Users who met it times how much worse it is. */
  harm: number;
}

/** How causes are looked for. */
export interface CauseOptions {
  /** By how much a share may have risen. Their mean is tested, so that none need be chosen. */
  worse: readonly Worse[];
  /** The design effect of users who rate several times. */
  dispersion: number;
  /** The most dimensions that a scope names. */
  deepest?: number;
  /** Tests besides these in the same look, such as those of categories. */
  otherTests?: number;
  /** False discoveries a day of waiting, as a share of all. */
  level?: number;
}

/** The rises of a share of thumbs down that are looked for, in points. */
export const FALLS: readonly Worse[] = [0.05, 0.1, 0.2, 0.4].map(moreBy);

/** The rises of a category's share. */
export const GROWTHS: readonly Worse[] = [1.5, 2, 4].map(moreTimes);

/** No group is judged with fewer users. */
const RATERS_MIN = 10;

/** The most causes that are named in a look. */
const CAUSES_MAX = 20;

/** No share is taken for smaller. */
const SHARE_MIN = 0.002;

/**
 * The causes of what is worse than usual, most harmful first. All groups by up to three dimensions are tested together, by
 * e-BH on sums of likelihood ratios from every start (see `RiseDetector`), which allows for looking every hour and for the
 * same answers being in many groups.
 *
 * Of the groups that are worse, one is named whose answers explain most: its evidence is the largest, after subtracting
 * what it costs to choose among the groups with as many dimensions, ln of their number. A wider group is diluted by
 * answers that are as usual, a narrower one leaves some out, so both have less (a scan statistic: Kulldorff 1997,
 * Communications in Statistics 26, 1481–1496). Its answers are then taken away from all groups, and what is left of them
 * is judged again: a feature that was only worse because of a model is not named.
 */
export function findCauses(cells: readonly Cell[], options: CauseOptions): Cause[] {
  const { deepest = 3, otherTests = 0, level = 1 / FALSE_ALARM_DAYS } = options;
  const groups = new Subtotals(cells, deepest);
  const known = groups.all.filter(({ scope }) => Object.keys(scope).length <= deepest);
  const tests = known.length + otherTests;
  const evidence = known.map((group) => evidenceOf(group.sums, options));
  const adjusted = eBenjaminiHochberg(evidence, tests);
  const flagged = known.filter((_, at) => (adjusted[at] ?? 1) <= level);
  if (flagged.length === 0) return [];
  // All that e-BH rejects stand at this or above.
  const needed = Math.log(tests / (flagged.length * level));
  const cost = costs(known.map(({ scope }) => sizeOf(scope)));
  const causes: Cause[] = [];
  while (causes.length < CAUSES_MAX) {
    const judged = flagged
      .map((group) => ({ group, evidence: evidenceOf(group.sums, options) }))
      .filter((each) => each.evidence >= needed);
    const [first] = judged.sort(
      (one, other) =>
        other.evidence - cost(other.group.scope) - (one.evidence - cost(one.group.scope)) ||
        inMenu(one.group.scope) - inMenu(other.group.scope),
    );
    if (first === undefined) break;
    causes.push(
      causeOf(
        first.group,
        first.evidence,
        judged.map(({ group }) => group),
        options,
      ),
    );
    groups.takeAway(first.group);
  }
  return causes.sort((one, other) => other.harm - one.harm);
}

const sizeOf = (scope: Scope): number => Object.keys(scope).length;

/** Where a scope's first dimension stands in menus, for those that name the same answers. */
const inMenu = (scope: Scope): number => dimensionNames.findIndex((name) => scope[name] !== undefined);

function costs(sizes: readonly number[]): (scope: Scope) => number {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return (scope) => Math.log(counts.get(sizeOf(scope)) ?? 1);
}

/** The evidence of one start. */
function evidenceSince({ n, bad, expected }: SeenSince, usual: number, options: CauseOptions): number {
  const share = Math.max(SHARE_MIN, expected / n);
  const doubt = options.dispersion * (1 + (2 * n) / Math.max(1, usual));
  return logMean(
    options.worse.map((worse) => logLikelihoodRatio({ n, successes: bad }, share, worse(share)) / doubt),
  );
}

function evidenceOf({ since, usual, raters }: GroupOfCells["sums"], options: CauseOptions): number {
  if (raters < RATERS_MIN) return Number.NEGATIVE_INFINITY;
  return logSum(
    since.map((seen) =>
      seen.n < RATINGS_MIN ? Number.NEGATIVE_INFINITY : evidenceSince(seen, usual, options),
    ),
  );
}

function causeOf(
  { scope, sums, cells }: GroupOfCells,
  evidence: number,
  others: readonly GroupOfCells[],
  options: CauseOptions,
): Cause {
  const starts = sums.since.map((seen) =>
    seen.n < RATINGS_MIN ? Number.NEGATIVE_INFINITY : evidenceSince(seen, sums.usual, options),
  );
  const daysAgo = starts.indexOf(Math.max(...starts));
  const { n, bad, expected } = sums.since[daysAgo] ?? { n: 0, bad: 0, expected: 0 };
  const worse = n === 0 ? 0 : (bad - expected) / n;
  const same = new Set(cells);
  const sameAs = others
    .filter((other) => other.scope !== scope && other.cells.length === cells.length)
    .filter((other) => other.cells.every((cell) => same.has(cell)))
    .map((other) => other.scope)
    .filter((other) => sizeOf(other) === sizeOf(scope));
  const { raters, met, usual } = sums;
  return {
    ...{ scope, sameAs, evidence, daysAgo, n, bad, expected, usual, raters, met, worse },
    harm: met * worse,
  };
}
