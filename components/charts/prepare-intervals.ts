import type { Rate } from "#lib/domain/rate.ts";
import { TOO_FEW } from "../format/numbers.ts";

/** One dot and its whisker, in percent of the scale's width; null where there is too little to draw. */
export interface IntervalMark {
  at: number;
  from: number;
  to: number;
}

/** A scale that several rates share, so that they can be compared by eye. */
export interface IntervalScale {
  low: number;
  high: number;
  /** Where the reference rate lies, in percent of the width. */
  reference: number | null;
  mark: (rate: Rate) => IntervalMark | null;
}

/**
 * The scale for these rates and, where there is one, the rate that they are compared with: whole tens of percent around
 * every interval that is drawn. A rate of fewer than 10 is not drawn and does not stretch the scale.
 */
export function prepareIntervals(rates: readonly Rate[], reference?: Rate): IntervalScale {
  const telling = [...rates, ...(reference ? [reference] : [])].filter((rate) => drawn(rate) !== null);
  const lows = telling.map((rate) => rate.low ?? 0);
  const highs = telling.map((rate) => rate.high ?? 1);
  const low = telling.length > 0 ? Math.floor(Math.min(...lows) * 10) / 10 : 0;
  const high = telling.length > 0 ? Math.ceil(Math.max(...highs) * 10) / 10 : 1;
  const place = (value: number) => ((value - low) / (high - low)) * 100;
  const known = reference && drawn(reference);
  return {
    low,
    high,
    reference: known ? place(known.value) : null,
    mark: (rate) => {
      const sure = drawn(rate);
      return sure && { at: place(sure.value), from: place(sure.low), to: place(sure.high) };
    },
  };
}

const drawn = (rate: Rate) => (rate.value !== null && rate.n >= TOO_FEW ? rate : null);
