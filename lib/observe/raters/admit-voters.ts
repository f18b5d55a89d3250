/** A rater who was admitted to an answer whose server named nobody. */
export interface Voter {
  rater: string;
  address: string;
}

/** One who asks to be, with how many there may be at most. */
export interface Candidate extends Voter {
  perAnswer: number;
  perAddress: number;
}

/** The raters of one answer that are admitted, and those that would be too many; in the order in which they ask. */
export function admitVoters(
  there: readonly Voter[],
  candidates: readonly Candidate[],
): { admitted: Voter[]; refused: Set<string> } {
  const all = new Map(there.map(({ rater, address }) => [rater, address]));
  const admitted: Voter[] = [];
  const refused = new Set<string>();
  for (const { rater, address, perAnswer, perAddress } of candidates) {
    if (all.has(rater)) continue;
    const fromThere = [...all.values()].filter((other) => other === address).length;
    if (all.size >= perAnswer || fromThere >= perAddress) {
      refused.add(rater);
      continue;
    }
    all.set(rater, address);
    admitted.push({ rater, address });
  }
  return { admitted, refused };
}
