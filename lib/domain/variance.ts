/** The count of values, their sum, and the sum of their squares. */
export interface ValueSums {
  n: number;
  sum: number;
  sumSquares: number;
}

/** Values that differ by less count as equal. */
const FINEST = 1e-3;

/** How many times the rounding error the squares about the mean must be, so that an interval is right to a few percent. */
const CERTAIN = 16;

/**
 * The variance of at least two values; null for fewer, and where rounding may have taken it from the sums. Whole numbers
 * add up without any; n other squares are each rounded, and so is each step of adding them.
 */
export function variance({ n, sum, sumSquares }: ValueSums): number | null {
  if (n < 2) return null;
  if (Number.isSafeInteger(n) && Number.isSafeInteger(sum) && Number.isSafeInteger(sumSquares)) {
    const exact = n * sumSquares - sum * sum;
    const safe = Number.isSafeInteger(n * sumSquares) && Number.isSafeInteger(sum * sum);
    const squares = safe ? exact : Number(BigInt(n) * BigInt(sumSquares) - BigInt(sum) ** 2n);
    return Math.max(0, squares / n) / (n - 1);
  }
  const squares = sumSquares - (sum * sum) / n;
  const uncertain = CERTAIN * n * Number.EPSILON * sumSquares;
  // n values of which one differs by d have squares of d² (n − 1) / n about their mean, at least d² / 2.
  if (squares <= uncertain && uncertain >= FINEST ** 2 / 2) return null;
  // Sums that were added and taken away again may end a rounding error below what they can be.
  return Math.max(0, squares) / (n - 1);
}
