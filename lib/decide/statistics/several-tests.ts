/**
 * Adjusts p-values for the family-wise error rate, the probability of any false positive (Holm 1979, Scandinavian Journal
 * of Statistics 6, 65–70).
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted: number[] = new Array(ps.length).fill(1);
  let highest = 0;
  for (const [rank, index] of ascending(ps).entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * (ps[index] ?? 1)));
    adjusted[index] = highest;
  }
  return adjusted;
}

/**
 * Adjusts p-values for the false discovery rate, the expected share of false positives among all positives (Benjamini and
 * Hochberg 1995, Journal of the Royal Statistical Society B 57, 289–300).
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted: number[] = new Array(ps.length).fill(1);
  let lowest = 1;
  for (const [rank, index] of [...ascending(ps).entries()].reverse()) {
    lowest = Math.min(lowest, (ps.length / (rank + 1)) * (ps[index] ?? 1));
    adjusted[index] = lowest;
  }
  return adjusted;
}

const ascending = (ps: readonly number[]): number[] =>
  [...ps.keys()].sort((one, other) => (ps[one] ?? 1) - (ps[other] ?? 1));
