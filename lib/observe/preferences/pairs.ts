import { type Rate, rate } from "#lib/domain/rate.ts";

/** What gave one of two answers that were compared. "" stands for none. */
export interface PairMaker {
  model: string;
  promptTemplate: string;
  promptVersion: string;
}

/** How often answers of two makers were compared with one outcome. */
export interface PairCount {
  /** Of a tie either of the two. */
  preferred: PairMaker;
  rejected: PairMaker;
  tie: boolean;
  count: number;
}

/** By what makers are told apart: models, or prompt versions. */
export type PairDimension = "model" | "prompt";

/** How answers of one maker did against those of all others. */
export interface PreferenceShare {
  /** A model, or a template and a version. */
  key: string[];
  preferred: number;
  rejected: number;
  ties: number;
  /** Preferred of all that were no tie. */
  share: Rate;
}

/** The values that a maker is told by. */
export const pairKey = (by: PairDimension, maker: PairMaker): string[] =>
  by === "model" ? [maker.model] : [maker.promptTemplate, maker.promptVersion];

/** How each maker did, the one with most comparisons first. Two answers of the same maker say nothing of it. */
export function preferenceShares(pairs: readonly PairCount[], by: PairDimension): PreferenceShare[] {
  const shares = new Map<string, Omit<PreferenceShare, "share">>();
  const add = (maker: PairMaker, outcome: "preferred" | "rejected" | "ties", count: number) => {
    const key = pairKey(by, maker);
    const id = JSON.stringify(key);
    const share = shares.get(id) ?? { key, preferred: 0, rejected: 0, ties: 0 };
    share[outcome] += count;
    shares.set(id, share);
  };
  for (const { preferred, rejected, tie, count } of pairs) {
    if (JSON.stringify(pairKey(by, preferred)) === JSON.stringify(pairKey(by, rejected))) continue;
    add(preferred, tie ? "ties" : "preferred", count);
    add(rejected, tie ? "ties" : "rejected", count);
  }
  const size = ({ preferred, rejected, ties }: Omit<PreferenceShare, "share">) => preferred + rejected + ties;
  return [...shares.values()]
    .sort((one, other) => size(other) - size(one) || (String(one.key) < String(other.key) ? -1 : 1))
    .map((share) => ({ ...share, share: rate(share.preferred, share.preferred + share.rejected) }));
}
