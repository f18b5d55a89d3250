import { dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";
import { eBenjaminiHochberg, logLikelihoodRatio, logMean, logSum } from "../statistics/index.ts";
import { FALSE_ALARM_DAYS } from "./false-alarms.ts";
import { moreBy, moreTimes, RATINGS_MIN, type Worse } from "./rise-detector.ts";
import { type Cell, CellGroups, type SeenSince, Subtotals } from "./subtotals.ts";

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

/** The most dimensions that a scope names, unless somebody says otherwise. */
const DEEPEST = 3;

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
export const findCauses = (cells: readonly Cell[], options: CauseOptions): Cause[] =>
  findCausesIn(
    new CellGroups(
      cells.map(({ values }) => values),
      options.deepest ?? DEEPEST,
    ),
    cells,
    options,
  );

/** The same, where the groups that these cells are in are known, by the order of the cells. */
export function findCausesIn(groups: CellGroups, cells: readonly Cell[], options: CauseOptions): Cause[] {
  const { deepest = DEEPEST, otherTests = 0, level = 1 / FALSE_ALARM_DAYS } = options;
  const sums = new Subtotals(groups, cells);
  const sizes = groups.all.map(({ size }) => size);
  const known = [...groups.all.keys()].filter((at) => (sizes[at] ?? 0) <= deepest);
  const tests = known.length + otherTests;
  const evidence = known.map((at) => evidenceOf(sums, at, options));
  const adjusted = eBenjaminiHochberg(evidence, tests);
  const flagged = known.filter((_, at) => (adjusted[at] ?? 1) <= level);
  if (flagged.length === 0) return [];
  // All that e-BH rejects stand at this or above.
  const needed = Math.log(tests / (flagged.length * level));
  const cost = costs(known.map((at) => sizes[at] ?? 0));
  const causes: Cause[] = [];
  while (causes.length < CAUSES_MAX) {
    const judged = flagged
      .map((at) => ({ at, scope: scopeAt(groups, at), evidence: evidenceOf(sums, at, options) }))
      .filter((each) => each.evidence >= needed);
    const [best] = judged.sort(
      (one, other) =>
        other.evidence - cost(other.scope) - (one.evidence - cost(one.scope)) ||
        inMenu(one.scope) - inMenu(other.scope),
    );
    if (best === undefined) break;
    // What is the same for all of its answers, such as the only feature, is not named.
    const [first = best] = judged
      .filter(({ at }) => (sizes[at] ?? 0) < (sizes[best.at] ?? 0) && haveSameCells(groups, at, best.at))
      .sort((one, other) => (sizes[one.at] ?? 0) - (sizes[other.at] ?? 0));
    const others = judged.map(({ at }) => at);
    const { at: _, ...named } = first;
    causes.push({ ...causeOf(sums, first.at, options), ...named, sameAs: sameAs(groups, first.at, others) });
    sums.takeAway(first.at);
  }
  return causes.sort((one, other) => other.harm - one.harm);
}

const scopeAt = (groups: CellGroups, at: number): Scope => groups.all[at]?.scope ?? {};

const sizeOf = (scope: Scope): number => Object.keys(scope).length;

/** Where a scope's first dimension stands in menus, for those that name the same answers. */
const inMenu = (scope: Scope): number => dimensionNames.findIndex((name) => scope[name] !== undefined);

function costs(sizes: readonly number[]): (scope: Scope) => number {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return (scope) => Math.log(counts.get(sizeOf(scope)) ?? 1);
}

/** The evidence of one start. What is not worse than usual has none, and of very few nothing is said. */
function evidenceSince({ n, bad, expected }: SeenSince, usual: number, options: CauseOptions): number {
  if (n < RATINGS_MIN || bad <= expected) return Number.NEGATIVE_INFINITY;
  const share = Math.max(SHARE_MIN, expected / n);
  const doubt = options.dispersion * (1 + (2 * n) / Math.max(1, usual));
  return logMean(
    options.worse.map((worse) => logLikelihoodRatio({ n, successes: bad }, share, worse(share)) / doubt),
  );
}

const evidenceByStart = (sums: Subtotals, group: number, options: CauseOptions): number[] => {
  const { usual } = sums.headOf(group);
  return Array.from({ length: sums.starts }, (_, daysAgo) =>
    evidenceSince(sums.since(group, daysAgo), usual, options),
  );
};

function evidenceOf(sums: Subtotals, group: number, options: CauseOptions): number {
  const { raters } = sums.headOf(group);
  const { n } = sums.since(group, sums.starts - 1);
  if (raters < RATERS_MIN || n < RATINGS_MIN) return Number.NEGATIVE_INFINITY;
  return logSum(evidenceByStart(sums, group, options));
}

function causeOf(sums: Subtotals, group: number, options: CauseOptions) {
  const starts = evidenceByStart(sums, group, options);
  const daysAgo = starts.indexOf(Math.max(...starts));
  const { n, bad, expected } = sums.since(group, daysAgo);
  const { raters, met, usual } = sums.headOf(group);
  const worse = n === 0 ? 0 : (bad - expected) / n;
  return { daysAgo, n, bad, expected, usual, raters, met, worse, harm: met * worse };
}

function haveSameCells(groups: CellGroups, one: number, other: number): boolean {
  const [cells = [], others = []] = [groups.all[one]?.cells, groups.all[other]?.cells];
  return cells.length === others.length && cells.every((cell, place) => cell === others[place]);
}

/** Other scopes, with as many dimensions, that have the very same cells. */
const sameAs = (groups: CellGroups, group: number, others: readonly number[]): Scope[] =>
  others
    .filter((other) => other !== group && groups.all[other]?.size === groups.all[group]?.size)
    .filter((other) => haveSameCells(groups, other, group))
    .map((other) => scopeAt(groups, other));
