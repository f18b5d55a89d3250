/** How far two groupings of the same things agree, by the names of their groups in the same order. */
export interface Agreement {
  /** The share of things that are in a group in which their own true group is the most frequent one. */
  purity: number;
  /** The adjusted Rand index (Hubert and Arabie 1985): 0 for chance, 1 for the same groups. */
  rand: number;
  /** Normalized mutual information, by the arithmetic mean of the entropies. */
  information: number;
}

/** Compares found groups with the true ones. */
export function agreementOf(found: readonly string[], truth: readonly string[]): Agreement {
  const n = found.length;
  const pairs = tally(found.map((group, index) => JSON.stringify([group, truth[index]])));
  const [rows, columns] = [tally(found), tally(truth)];
  const purest = new Map<string, number>();
  for (const [key, count] of pairs) {
    const [group] = JSON.parse(key);
    purest.set(group, Math.max(purest.get(group) ?? 0, count));
  }
  const inPairs = (counts: Iterable<number>) => sum([...counts].map((count) => (count * (count - 1)) / 2));
  const [index, a, b] = [inPairs(pairs.values()), inPairs(rows.values()), inPairs(columns.values())];
  const expected = (a * b) / inPairs([n]);
  const entropy = (counts: Map<string, number>) =>
    -sum([...counts.values()].map((count) => (count / n) * Math.log(count / n)));
  const shared = entropy(rows) + entropy(columns) - entropy(pairs);
  return {
    purity: sum([...purest.values()]) / n,
    rand: (index - expected) / ((a + b) / 2 - expected),
    information: (2 * shared) / (entropy(rows) + entropy(columns)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
