/** Thumbs down, and how many of them have each category. */
export interface CategoryCounts {
  down: number;
  /** By category. */
  named: Readonly<Record<string, number>>;
}

/** How much more often thumbs down have a category in a problem's answers than in others. */
export interface CategoryLift {
  category: string;
  /** The shares of thumbs down with it: in the problem's answers, and in the others. */
  share: number;
  others: number;
  /** How many of the problem's thumbs down have it. */
  count: number;
  /** The first share by the second, with its 95 % interval. */
  lift: number;
  low: number;
  high: number;
}

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** A half is added to each count, so that none is zero (Walter 1975). */
const ADDED = 0.5;

/**
 * The categories that are over-represented in a problem's thumbs down: their interval excludes 1. The most frequent first.
 * The interval is that of the logarithm of a ratio of shares (Katz and others 1978, Biometrics 34, 469–474).
 */
export function categoryLifts(own: CategoryCounts, others: CategoryCounts): CategoryLift[] {
  if (own.down === 0 || others.down === 0) return [];
  return Object.entries(own.named)
    .map(([category, count]) => liftOf(category, count, own.down, others))
    .filter(({ low }) => low > 1)
    .sort((one, other) => other.count - one.count || other.lift - one.lift);
}

function liftOf(category: string, count: number, down: number, others: CategoryCounts): CategoryLift {
  const there = others.named[category] ?? 0;
  const [own, ownOf] = [count + ADDED, down + ADDED];
  const [other, otherOf] = [there + ADDED, others.down + ADDED];
  const lift = own / ownOf / (other / otherOf);
  const spread = Math.exp(Z * Math.sqrt(1 / own - 1 / ownOf + 1 / other - 1 / otherOf));
  const shares = { share: count / down, others: there / others.down };
  return { category, ...shares, count, lift, low: lift / spread, high: lift * spread };
}
