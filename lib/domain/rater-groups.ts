import { clusteredRate } from "./clustered-rate.ts";
import { type Rate, rate } from "./rate.ts";
import type { Parts } from "./rate-parts.ts";

/**
 * The number of groups that raters fall into, by a hash of who they are. Thumbs by group can be added up over days and
 * dimensions, and people cannot: one of them may rate on two days.
 */
export const RATER_GROUPS = 256;

/** Thumbs up and down by group of raters. */
export interface RaterGroups {
  up: readonly number[];
  down: readonly number[];
}

/** A positive rate that may know how many people rated. */
export type RaterRate = Rate & {
  /** How many, about; {@link USERS_TOLD} stands for more. Absent if it is not known. */
  users?: number;
  /** Whether the interval is at least a tenth wider than for independent ratings. */
  widened?: boolean;
};

/** More users than this cannot be told from their groups, nearly all of which have some. */
export const USERS_TOLD = 1_000;

/** Decimal digits of one count among those that are packed into a number. */
export const COUNT_DIGITS = 8;

/** Two standard deviations of the design effect of independent users, by who shares a group. */
const NOISE = 1 + 2 * Math.sqrt(2 / RATER_GROUPS);

/** Where a count is in the number, from its end. */
const placeOf = (group: number, up: 0 | 1): number => 2 * group + up;

/** The counts in a decimal number of 2 × 256 counts: such numbers are added in place of their counts. */
export function unpackRaterGroups(packed: string | null): RaterGroups {
  const count = (up: 0 | 1) => (_: unknown, group: number) => {
    const end = (packed?.length ?? 0) - COUNT_DIGITS * placeOf(group, up);
    return end > 0 ? Number(packed?.slice(Math.max(0, end - COUNT_DIGITS), end)) : 0;
  };
  return {
    up: Array.from({ length: RATER_GROUPS }, count(1)),
    down: Array.from({ length: RATER_GROUPS }, count(0)),
  };
}

/** The groups of some answers together; null if those of any are not known. */
export function addRaterGroups(all: readonly (RaterGroups | null | undefined)[]): RaterGroups | null {
  const known = all.filter((groups) => groups !== null && groups !== undefined);
  if (known.length < all.length) return null;
  const sums = (side: keyof RaterGroups) => {
    const counts = Array<number>(RATER_GROUPS).fill(0);
    for (const groups of known)
      for (let group = 0; group < RATER_GROUPS; group++)
        counts[group] = (counts[group] ?? 0) + (groups[side][group] ?? 0);
    return counts;
  };
  return { up: sums("up"), down: sums("down") };
}

/** The groups of what is counted in `all` but not in `own`. */
export function raterGroupsOfRest(all: RaterGroups, own: RaterGroups): RaterGroups {
  const rest = (side: keyof RaterGroups) => all[side].map((count, group) => count - (own[side][group] ?? 0));
  return { up: rest("up"), down: rest("down") };
}

/**
 * A positive rate with the interval of {@link clusteredRate}. Its sums over users are estimated without bias from the sums
 * over random groups of users (Wolter 2007, Introduction to Variance Estimation, chapter 2), whose number limits the degrees
 * of freedom. Where the groups do not have exactly the thumbs of the rate, as before all is counted by group, or are not
 * known, it is the plain rate.
 */
export function raterRate([up, n]: Parts, groups: RaterGroups | null | undefined): RaterRate {
  if (!groups || n === 0 || total(groups.up) !== up || total(groups.down) !== n - up) return rate(up, n);
  const counts = groups.up.map((ups, group) => ups + (groups.down[group] ?? 0));
  const sum = (one: readonly number[], other: readonly number[]) =>
    total(one.map((count, group) => count * (other[group] ?? 0)));
  const squaredN = sum(counts, counts);
  const users = countUsers(counts, n);
  // As many share a group as would if nobody had rated twice.
  if (ofUsers(squaredN, n * n) <= NOISE * n) return { ...rate(up, n), users, widened: false };
  const { effective: _, ...clustered } = clusteredRate({
    ...{ users, n, successes: up },
    squaredN: ofUsers(squaredN, n * n),
    products: ofUsers(sum(counts, groups.up), n * up),
    squaredSuccesses: ofUsers(sum(groups.up, groups.up), up * up),
    estimated: { groups: (n * n) / squaredN, noise: NOISE },
  });
  return clustered;
}

/**
 * The sum of products of users' counts: products of two users' counts are in the sum over groups if they share one, which
 * one in 256 do.
 */
const ofUsers = (overGroups: number, ofTotals: number): number =>
  ((overGroups - ofTotals / RATER_GROUPS) * RATER_GROUPS) / (RATER_GROUPS - 1);

/** How many users fill as many groups: linear counting (Whang, Vander-Zanden and Taylor 1990). */
function countUsers(counts: readonly number[], n: number): number {
  const empty = counts.filter((count) => count === 0).length;
  const users = empty === 0 ? USERS_TOLD : Math.log(empty / RATER_GROUPS) / Math.log1p(-1 / RATER_GROUPS);
  return Math.min(n, USERS_TOLD, Math.round(users));
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
