import { type ValueSums, variance } from "#lib/domain/variance.ts";

/** The sums of a group's values (y, one per user), and of the earlier values (x) of users with a history. */
export interface HistorySums extends ValueSums {
  /** Users with a history. */
  known: number;
  /** Σx, Σx² and Σxy of these users. */
  before: number;
  beforeSquares: number;
  products: number;
  /** Σy of these users. */
  sumOfKnown: number;
}

/** The values of groups, adjusted for users' histories. */
export interface Cuped {
  theta: number;
  /** For each group, the sums of y − θ(x − x̄), and of y for users without a history. */
  adjusted: ValueSums[];
  /** The share of the variance within groups that is removed. */
  reduction: number;
}

/** Minimum users with a history in each group. */
const KNOWN_MIN = 10;

/**
 * Reduces the variance by comparing each user with their own history (CUPED: Deng, Xu, Kohavi and Walker 2013, WSDM '13).
 * θ is the pooled covariance divided by the pooled variance within groups, the same for all groups; x̄ is the mean over
 * all groups. Users without a history are not adjusted. Null if a group has fewer than 10 users with a history, or if
 * their earlier values do not vary. Values with a heavy tail (costs, latencies) must be cut or made logarithms before
 * they are added up: otherwise a few of them determine θ, and the reduction is off by tens of percentage points.
 */
export function cuped(groups: readonly HistorySums[]): Cuped | null {
  if (groups.length === 0 || groups.some(({ known }) => known < KNOWN_MIN)) return null;
  const total = (of: (group: HistorySums) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  const centre = total(({ before }) => before) / total(({ known }) => known);
  const [spread, shared] = [
    total((group) => spreadOf(group, centre)),
    total((group) => sharedOf(group, centre)),
  ];
  if (spread <= Number.EPSILON * total(({ beforeSquares }) => beforeSquares)) return null;
  const theta = shared / spread;
  const adjusted = groups.map((group) => adjust(group, theta, centre));
  const plain = withinGroups(groups);
  return { theta, adjusted, reduction: plain > 0 ? 1 - withinGroups(adjusted) / plain : 0 };
}

/** The sums of w, w² and wy, where w = x − x̄, or 0 for users without a history. */
function deviations({ known, before, beforeSquares, products, sumOfKnown }: HistorySums, centre: number) {
  return {
    sum: before - known * centre,
    squares: beforeSquares - 2 * centre * before + known * centre * centre,
    products: products - centre * sumOfKnown,
  };
}

function spreadOf(group: HistorySums, centre: number): number {
  const w = deviations(group, centre);
  return w.squares - (w.sum * w.sum) / group.n;
}

function sharedOf(group: HistorySums, centre: number): number {
  const w = deviations(group, centre);
  return w.products - (w.sum * group.sum) / group.n;
}

function adjust(group: HistorySums, theta: number, centre: number): ValueSums {
  const w = deviations(group, centre);
  return {
    n: group.n,
    sum: group.sum - theta * w.sum,
    sumSquares: group.sumSquares - 2 * theta * w.products + theta * theta * w.squares,
  };
}

const withinGroups = (groups: readonly ValueSums[]): number =>
  groups.reduce((sum, group) => sum + (variance(group) ?? 0) * (group.n - 1), 0);
