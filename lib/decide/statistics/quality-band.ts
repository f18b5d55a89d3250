/** Assumed ratios between the response rates of dissatisfied and satisfied users, which span the band. */
export const responseRatios = [1, 2, 3, 4, 5] as const;

/** The share of good answers if dissatisfied users respond `ratio` times as often as satisfied ones. */
export interface QualityAtRatio {
  ratio: number;
  value: number;
}

/** True quality at the assumed ratios, in order; null with the reason if there are no ratings. */
export type QualityBand =
  | { n: number; low: number; high: number; points: QualityAtRatio[] }
  | { n: 0; low: null; high: null; points: []; reason: "insufficient_data" };

/**
 * The share of good answers consistent with `up` and `down` ratings, by assumption on who responds: dissatisfied users
 * rate `ratio` times as often, so each thumbs down represents 1/ratio as many answers as a thumbs up: up / (up + down /
 * ratio). The true ratio cannot be determined from ratings alone (arXiv 2605.12177), so there is no point estimate.
 */
export function qualityBand(up: number, down: number): QualityBand {
  const n = up + down;
  if (n === 0) return { n, low: null, high: null, points: [], reason: "insufficient_data" };
  const points = responseRatios.map((ratio) => ({ ratio, value: up / (up + down / ratio) }));
  const values = points.map(({ value }) => value);
  return { n, low: Math.min(...values), high: Math.max(...values), points };
}
