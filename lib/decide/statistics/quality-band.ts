/** Assumed response rate of the dissatisfied per response rate of the satisfied: the band goes over these. */
export const responseRatios = [1, 2, 3, 4, 5] as const;

/** What the share of good answers would be, if the dissatisfied respond `ratio` times as often as the satisfied. */
export interface QualityAtRatio {
  ratio: number;
  value: number;
}

/** True quality over the assumed ratios, in their order; null with the reason when there is no rating. */
export type QualityBand =
  | { n: number; low: number; high: number; points: QualityAtRatio[] }
  | { n: 0; low: null; high: null; points: []; reason: "insufficient_data" };

/**
 * The share of good answers behind `up` and `down` ratings, over assumptions on who responds: who is dissatisfied rates
 * `ratio` times as often, so that each thumbs-down stands for 1/ratio as many answers as a thumbs-up:
 * up / (up + down / ratio). Which ratio is true cannot be known from ratings alone (arXiv 2605.12177), so there is
 * no point estimate.
 */
export function qualityBand(up: number, down: number): QualityBand {
  const n = up + down;
  if (n === 0) return { n, low: null, high: null, points: [], reason: "insufficient_data" };
  const points = responseRatios.map((ratio) => ({ ratio, value: up / (up + down / ratio) }));
  const values = points.map(({ value }) => value);
  return { n, low: Math.min(...values), high: Math.max(...values), points };
}
