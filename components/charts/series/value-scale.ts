import type { ValueFormat } from "./series-data.ts";

/** The range that a chart shows, and where its grid lies. */
export interface ValueScale {
  domain: [number, number];
  ticks: number[];
}

/** At most so many lines of the grid, bottom and top among them. */
const MOST_STEPS = 5;

/** Shares are shown at least so high, so that noise looks like noise. */
const LEAST_SHARE = 0.4;

/** A scale in round steps around the values: from zero where bars or amounts ask for it, shares within 0 and 1. */
export function valueScale(values: readonly number[], format: ValueFormat, zeroBased: boolean): ValueScale {
  const isShare = format === "percent";
  if (values.length === 0) return { domain: [0, 1], ticks: isShare ? [0, 0.25, 0.5, 0.75, 1] : [0, 1] };
  let low = zeroBased ? Math.min(0, ...values) : Math.min(...values);
  let high = zeroBased ? Math.max(0, ...values) : Math.max(...values);
  if (isShare && !zeroBased) [low, high] = widened(low, high);
  if (low === high)
    [low, high] = zeroBased ? [0, 1] : [low - (Math.abs(low) / 10 || 1), high + (Math.abs(high) / 10 || 1)];
  const step = roundStep((high - low) / (MOST_STEPS - 1), format === "count" || format === "tokens");
  const bottom = Math.floor(low / step + 1e-9);
  const top = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: top - bottom + 1 }, (_, index) => clean((bottom + index) * step));
  const kept = isShare ? ticks.filter((tick) => tick >= 0 && tick <= 1) : ticks;
  return { domain: [kept[0] ?? 0, kept.at(-1) ?? 1], ticks: kept };
}

/** Whole tens of percent around a range of shares, stretched up first, then down. */
function widened(low: number, high: number): [number, number] {
  const bottom = Math.floor(low * 10) / 10;
  const top = Math.max(Math.ceil(high * 10) / 10, Math.min(1, bottom + LEAST_SHARE));
  return [Math.max(0, Math.min(bottom, top - LEAST_SHARE)), Math.min(1, top)];
}

/** The next of 1, 2, 2.5, 5 or 10 times a power of ten; whole where what is counted is whole. */
function roundStep(step: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 2, 2.5, 5, 10].find((factor) => step <= factor * power * (1 + 1e-9)) ?? 10;
  const rounded = nice * power;
  return whole ? Math.max(1, Math.ceil(rounded)) : rounded;
}

/** Without what floating point leaves behind: 0.30000000000000004. */
const clean = (value: number): number => Number(value.toPrecision(12));
