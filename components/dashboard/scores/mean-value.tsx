import type { ScoreMean } from "#lib/evaluate/metrics/index.ts";
import { type EstimateLayout, EstimateValue } from "../estimate-value.tsx";
import { formatScoreNumber } from "./score-number.ts";

interface MeanValueProps extends EstimateLayout {
  mean: ScoreMean;
}

/** The mean of a score, never without its n and its 95 % interval; too few to say is said. */
export function MeanValue({ mean: { value, n, low, high }, ...layout }: MeanValueProps) {
  const interval =
    low !== null && high !== null ? `${formatScoreNumber(low)}–${formatScoreNumber(high)}` : null;
  const words = formatScoreNumber;
  return <EstimateValue value={value} n={n} of="scores" words={words} interval={interval} {...layout} />;
}
