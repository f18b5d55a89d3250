import { rateColumns, valueCell } from "#components/charts/table-cells.ts";
import type { TableData } from "#components/charts/table-data.ts";
import { formatCount, formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import type { QualityBand, qualityBand } from "#lib/decide/statistics/index.ts";
import type { Rate } from "#lib/domain/rate.ts";

/** What the thumbs would mean, if who is unhappy rated so many times as often. */
export interface Assumption {
  ratio: number;
  /** "3:1". */
  label: string;
  /** The share of good answers then. */
  value: number;
  /** Its 95% confidence interval: that of the thumbs, under the same assumption. */
  low: number;
  high: number;
  sentence: string;
}

/** True quality over the assumptions. */
export interface RatiosView {
  assumptions: Assumption[];
  /** The least and the most that they allow. */
  low: number;
  high: number;
  n: number;
  table: TableData;
  summary: string;
}

const often = ["as often as", "twice as often as", "three times as often as", "four times as often as"];

/** Decides what the quality band over the assumed ratios shows; null where there are not enough thumbs. */
export function prepareRatios(
  positive: Rate,
  band: QualityBand,
  toBand: typeof qualityBand,
): RatiosView | null {
  if (positive.value === null || positive.n < TOO_FEW || band.low === null) return null;
  // The share of good answers grows with the share of thumbs up, so the ends of an interval stay ends.
  const pointsOf = (share: number) => toBand(share, 1 - share).points.map(({ value }) => value);
  const [low, high] = [pointsOf(positive.low), pointsOf(positive.high)];
  const assumptions = band.points.map(({ ratio, value }, index): Assumption => {
    const manner = often[ratio - 1] ?? `${ratio} times as often as`;
    return {
      ratio,
      label: `${ratio}:1`,
      value,
      low: low[index] ?? value,
      high: high[index] ?? value,
      sentence: `If unhappy users rate ${manner} happy users, ${formatPercent(value)} of the answers were good.`,
    };
  });
  return {
    assumptions,
    low: band.low,
    high: band.high,
    n: band.n,
    table: tableOf(assumptions, band.n),
    summary: `${formatPercent(positive.value)} of ${formatCount(band.n)} thumbs are up. ${assumptions.map(({ sentence }) => sentence).join(" ")}`,
  };
}

const tableOf = (assumptions: readonly Assumption[], n: number): TableData => ({
  columns: [{ head: "Rating ratio, unhappy to happy", rowHead: true }, ...rateColumns("Good answers")],
  rows: assumptions.map(({ label, value, low, high }) => [
    label,
    ...[value, low, high].map((share) => valueCell(share, "percent")),
    n,
  ]),
});
