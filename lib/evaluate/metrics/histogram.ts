/** Answers per bucket, by bucket number: of milliseconds, millionths of a dollar, or tokens. */
export type Histogram = Readonly<Record<string, number>>;

/** Percentiles in the unit of their histogram, and the number of answers; null if there are none. */
export interface Percentiles {
  p50: number | null;
  p95: number | null;
  n: number;
}

/** The width of a bucket relative to its start (5 %), which bounds the error of percentiles. */
const PART = 20;

/** The largest value: the maximum of PostgreSQL's int. */
export const BUCKETED_MAX = 2_147_483_647;

/**
 * The start of each bucket: one bucket per unit at first, then each 5 % wider. Integers, so that SQL's
 * `width_bucket(value, BUCKET_BOUNDS) - 1` and `bucketOf(value)` cannot differ by rounding. Buckets are stored by
 * number, so changing the bounds requires rebuilding the rollups.
 */
export const BUCKET_BOUNDS: readonly number[] = bucketBounds();

function bucketBounds(): number[] {
  const bounds: number[] = [];
  for (let bound = 0; bound <= BUCKETED_MAX; bound += Math.max(1, Math.floor(bound / PART))) {
    bounds.push(bound);
  }
  return bounds;
}

/** The number of the bucket that contains a value. */
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

/** Nearest rank, assuming that values are spread evenly over a bucket's integers. */
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
