/** A rater admitted to an answer that was logged without user and session. */
export interface Voter {
  rater: string;
  address: string;
}

/** A rater who wants to be admitted, and the limits. */
export interface Candidate extends Voter {
  perAnswer: number;
  perAddress: number;
}

/** Which raters of one answer are admitted and which exceed the limits, in the given order. */
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
