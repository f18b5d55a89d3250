import gammainc from "@stdlib/math-base-special-gammainc";

/** The χ² statistic and its p-value. */
export interface GoodnessOfFit {
  statistic: number;
  p: number;
}

/**
 * Pearson's χ² test of observed against expected counts (Pearson 1900). The p-value comes from the survival function, so
 * small ones are exact. It is 0 if something is observed where nothing is expected.
 * @param degrees degrees of freedom; by default one less than the number of counts.
 */
export function goodnessOfFit(
  observed: readonly number[],
  expected: readonly number[],
  degrees = expected.filter((count) => count > 0).length - 1,
): GoodnessOfFit {
  let statistic = 0;
  for (const [index, count] of observed.entries()) {
    const due = expected[index] ?? 0;
    if (due > 0) statistic += (count - due) ** 2 / due;
    else if (count > 0) return { statistic: Number.POSITIVE_INFINITY, p: 0 };
  }
  return { statistic, p: degrees > 0 ? gammainc(statistic / 2, degrees / 2, true, true) : 1 };
}
