/** Answers per bucket, by the bucket's number: of milliseconds, millionths of a dollar, or tokens. */
export type Histogram = Readonly<Record<string, number>>;

/** Percentiles in the unit of their histogram, and how many answers they are of; null where there is none. */
export interface Percentiles {
  p50: number | null;
  p95: number | null;
  n: number;
}

/** A bucket is as wide as this part of where it begins (5 %): a percentile is off by less. */
const PART = 20;

/** The largest value that is told apart: an int of PostgreSQL's. */
export const BUCKETED_MAX = 2_147_483_647;

/**
 * Where each bucket begins: one bucket a unit at first, then each 5 % wider. Whole numbers, so
 * that SQL's `width_bucket(value, BUCKET_BOUNDS) - 1` and `bucketOf(value)` cannot differ by rounding. Buckets are stored by
 * number: who changes the bounds counts the rollups again.
 */
export const BUCKET_BOUNDS: readonly number[] = bucketBounds();

function bucketBounds(): number[] {
  const bounds: number[] = [];
  for (let bound = 0; bound <= BUCKETED_MAX; bound += Math.max(1, Math.floor(bound / PART))) {
    bounds.push(bound);
  }
  return bounds;
}

/** The number of the bucket that holds a whole number of units. */
export function findBucket(value: number): number {
  let [low, high] = [0, BUCKET_BOUNDS.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((BUCKET_BOUNDS[middle] ?? BUCKETED_MAX) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The median and the 95th percentile of a histogram. */
export function toPercentiles(buckets: Histogram): Percentiles {
  const counted = Object.entries(buckets)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.bucket - b.bucket);
  const n = counted.reduce((sum, { count }) => sum + count, 0);
  return { p50: percentile(counted, n, 0.5), p95: percentile(counted, n, 0.95), n };
}

/** Nearest rank, the values of a bucket taken as spread evenly over its whole numbers. */
function percentile(counted: readonly { bucket: number; count: number }[], n: number, share: number) {
  const rank = Math.max(1, Math.ceil(n * share));
  let before = 0;
  for (const { bucket, count } of counted) {
    if (before + count >= rank) return within(bucket, (rank - before - 0.5) / count);
    before += count;
  }
  return null;
}

function within(bucket: number, position: number): number {
  const first = BUCKET_BOUNDS[bucket] ?? BUCKETED_MAX;
  const last = (BUCKET_BOUNDS[bucket + 1] ?? BUCKETED_MAX + 1) - 1;
  return Math.round(first + (last - first) * position);
}
