import {
  formatCount,
  formatCountOf,
  formatInterval,
  formatPercent,
  TOO_FEW,
} from "#components/format/numbers.ts";
import type { BetaPrior } from "#lib/decide/statistics/index.ts";
import type { Rate } from "#lib/domain/rate.ts";
import type { RankedFeature } from "#lib/use-cases/rank-features.ts";
import type { NamedRow } from "../comparison/comparison-row.ts";

/** A feature in its rank. */
export type FeatureRank = RankedFeature &
  NamedRow & {
    /** Null where it has no thumb to rank it by. */
    rank: number | null;
    /** Its positive rate over time. */
    course: (number | null)[];
  };

/** As many features as can be listened to. */
const TOLD = 5;

/** What is usual in the project, as a sentence says it. */
export function formatPrior(prior: BetaPrior | null): string {
  if (!prior) return "No feature has thumbs to rank it by.";
  const strength = prior.alpha + prior.beta;
  return `Ranked by the lower bound of the estimate: the positive rate, shrunk toward the typical rate here (${formatPercent(prior.alpha / strength)}, weighted as ${formatCountOf(Math.round(strength), "rating")}).`;
}

/** The ranking in words. */
export function rankSummary(rows: readonly FeatureRank[]): string {
  const ranked = rows.flatMap(({ name, shrunken, rank }) =>
    shrunken && rank
      ? [
          `${rank}. ${name}, estimate ${formatPercent(shrunken.value)} (${formatInterval(shrunken.low, shrunken.high)}), n = ${formatCount(shrunken.n)}`,
        ]
      : [],
  );
  const rest = rows.length - Math.min(ranked.length, TOLD);
  const told = ranked.length > 0 ? `${ranked.slice(0, TOLD).join("; ")}.` : "";
  return [told, rest > 0 ? `${formatCountOf(rest, "more feature")} in the table.` : ""]
    .filter(Boolean)
    .join(" ");
}

/** An estimate as a rate that can be drawn however few its ratings are: its interval is as wide as they make it. */
export const estimatedRate = ({ shrunken }: RankedFeature): Rate =>
  shrunken
    ? { value: shrunken.value, low: shrunken.low, high: shrunken.high, n: shrunken.n + TOO_FEW }
    : { value: null, n: 0, low: null, high: null, reason: "insufficient_data" };

/** What is usual as a rate that can be drawn. */
export function usualRate(prior: BetaPrior | null): Rate | undefined {
  if (!prior) return undefined;
  const value = prior.alpha / (prior.alpha + prior.beta);
  return { value, low: value, high: value, n: TOO_FEW };
}
