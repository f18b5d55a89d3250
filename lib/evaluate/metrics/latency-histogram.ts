/** Answers per bucket of latency, by the bucket's number. */
export type LatencyBuckets = Readonly<Record<string, number>>;

/** Percentiles of latency in milliseconds, and how many answers they are of; null where there is none. */
export interface Latency {
  p50: number | null;
  p95: number | null;
  n: number;
}

/** A bucket is as wide as this part of where it begins (5 %): a percentile is off by less. */
const PART = 20;

/** The largest latency that is stored: an int of PostgreSQL's. */
const MAX_MS = 2_147_483_647;

/**
 * Where each bucket begins, in milliseconds: one bucket a millisecond at first, then each 5 % wider. Whole numbers, so
 * that SQL's `width_bucket(ms, LATENCY_BOUNDS) - 1` and `bucketOf(ms)` cannot differ by rounding. Buckets are stored by
 * number: who changes the bounds counts the rollups again.
 */
export const LATENCY_BOUNDS: readonly number[] = latencyBounds();

function latencyBounds(): number[] {
  const bounds: number[] = [];
  for (let bound = 0; bound <= MAX_MS; bound += Math.max(1, Math.floor(bound / PART))) {
    bounds.push(bound);
  }
  return bounds;
}

/** The number of the bucket that holds a latency of whole milliseconds. */
export function bucketOf(milliseconds: number): number {
  let [low, high] = [0, LATENCY_BOUNDS.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((LATENCY_BOUNDS[middle] ?? MAX_MS) <= milliseconds) low = middle;
    else high = middle;
  }
  return low;
}

/** The median and the 95th percentile of a histogram. */
export function latencyOf(buckets: LatencyBuckets): Latency {
  const counted = Object.entries(buckets)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.bucket - b.bucket);
  const n = counted.reduce((sum, { count }) => sum + count, 0);
  return { p50: percentile(counted, n, 0.5), p95: percentile(counted, n, 0.95), n };
}

/** Nearest rank, the values of a bucket taken as spread evenly over its whole milliseconds. */
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
  const first = LATENCY_BOUNDS[bucket] ?? MAX_MS;
  const last = (LATENCY_BOUNDS[bucket + 1] ?? MAX_MS + 1) - 1;
  return Math.round(first + (last - first) * position);
}
