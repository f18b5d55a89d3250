import { type Rate, rate } from "#lib/domain/rate.ts";

/** The maker of one of two compared answers. "" stands for none. */
export interface PairMaker {
  model: string;
  promptTemplate: string;
  promptVersion: string;
}

/** How often answers of two makers were compared with the same outcome. */
export interface PairCount {
  /** For a tie, either of the two. */
  preferred: PairMaker;
  rejected: PairMaker;
  tie: boolean;
  count: number;
}

/** What distinguishes makers: their model or their prompt version. */
export type PairDimension = "model" | "prompt";

/** How one maker's answers compare with those of all others. */
export interface PreferenceShare {
  /** A model, or a template and a version. */
  key: string[];
  preferred: number;
  rejected: number;
  ties: number;
  /** The share preferred, ties excluded. */
  share: Rate;
}

/** The values that identify a maker. */
export const pairKey = (by: PairDimension, maker: PairMaker): string[] =>
  by === "model" ? [maker.model] : [maker.promptTemplate, maker.promptVersion];

/**
 * The result of each maker, most comparisons first. Comparisons of two answers by the same maker do not
 * count.
 */
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
