/** Days in which all rules of a project together raise one false alarm, on average, or fewer. */
export const FALSE_ALARM_DAYS = 60;

/**
 * The share of each rule in the false alarms that a project may have, by how many dimensions their scopes name. Each
 * number of dimensions that is there gets the same share, and so do the rules of one: whether everything got worse, one
 * feature, or one feature in one language is thought equally likely beforehand. What one rule of a project with many finds
 * would otherwise depend on how many others there are.
 */
export function falseAlarmShares(scopeSizes: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const size of scopeSizes) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  return scopeSizes.map((size) => 1 / (sizes.size * (sizes.get(size) ?? 1)));
}

/** The evidence from which on a rule with this share of false alarms is sure enough. */
export const evidenceNeeded = (share: number): number => Math.log(FALSE_ALARM_DAYS / share);
