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

/**
 * The counts in a decimal number of 2 × 256 counts, from its end down and up of each group in turn: such numbers are added in
 * place of their counts. Nearly all digits are zeros, and a trend has a number for each of its points.
 */
export function unpackRaterGroups(packed: string | null): RaterGroups {
  const [up, down] = [Array<number>(RATER_GROUPS).fill(0), Array<number>(RATER_GROUPS).fill(0)];
  const digits = packed ?? "";
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - ZERO;
    if (digit === 0) continue;
    const place = Math.floor(at / COUNT_DIGITS);
    const [side, group] = [place % 2 === 0 ? down : up, Math.floor(place / 2)];
    side[group] = (side[group] ?? 0) + digit * 10 ** (at % COUNT_DIGITS);
  }
  return { up, down };
}

const ZERO = "0".charCodeAt(0);

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
  if (!groups || n === 0) return rate(up, n);
  const sums = sumsOver(groups);
  if (sums.up !== up || sums.n !== n) return rate(up, n);
  const users = countUsers(sums.empty, n);
  const { squaredN } = sums;
  // As many share a group as would if nobody had rated twice.
  if (ofUsers(squaredN, n * n) <= NOISE * n) return { ...rate(up, n), users, widened: false };
  const { effective: _, ...clustered } = clusteredRate({
    ...{ users, n, successes: up },
    squaredN: ofUsers(squaredN, n * n),
    products: ofUsers(sums.products, n * up),
    squaredSuccesses: ofUsers(sums.squaredUp, up * up),
    estimated: { groups: (n * n) / squaredN, noise: NOISE },
  });
  return clustered;
}

/** What a rate takes from its groups, in one pass: a trend has as many rates as points. */
function sumsOver({ up, down }: RaterGroups) {
  const sums = { up: 0, n: 0, empty: 0, squaredN: 0, products: 0, squaredUp: 0 };
  for (let group = 0; group < RATER_GROUPS; group++) {
    const ups = up[group] ?? 0;
    const count = ups + (down[group] ?? 0);
    if (count === 0) sums.empty += 1;
    sums.up += ups;
    sums.n += count;
    sums.squaredN += count * count;
    sums.products += count * ups;
    sums.squaredUp += ups * ups;
  }
  return sums;
}

/**
 * The sum of products of users' counts: products of two users' counts are in the sum over groups if they share one, which
 * one in 256 do.
 */
const ofUsers = (overGroups: number, ofTotals: number): number =>
  ((overGroups - ofTotals / RATER_GROUPS) * RATER_GROUPS) / (RATER_GROUPS - 1);

/** How many users leave so many groups empty: linear counting (Whang, Vander-Zanden and Taylor 1990). */
function countUsers(empty: number, n: number): number {
  const users = empty === 0 ? USERS_TOLD : Math.log(empty / RATER_GROUPS) / Math.log1p(-1 / RATER_GROUPS);
  return Math.min(n, USERS_TOLD, Math.round(users));
}
