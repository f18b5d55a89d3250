import { type EstimateLayout, EstimateValue } from "#components/figures/estimate-value.tsx";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatScoreNumber } from "#components/format/score-number.ts";
import type { ScoreMean } from "#lib/evaluate/metrics/index.ts";
import type { ScoreHeadline } from "./score-headline.ts";

interface ScoreValueProps {
  headline: ScoreHeadline;
  inline?: boolean;
  large?: boolean;
  /** Where the values are that it is of. */
  figure?: FigureTarget | undefined;
}

/** The value of a score: a mean or a share, always with its n and its confidence interval. */
export function ScoreValue({ headline, ...how }: ScoreValueProps) {
  return headline.kind === "mean" ? (
    <MeanValue mean={headline.mean} {...how} />
  ) : (
    <RateValue rate={headline.share} of="scores" {...how} />
  );
}

interface MeanValueProps extends EstimateLayout {
  mean: ScoreMean;
}

/** The mean of a score, never without its n and its 95 % interval; too few to say is said. */
function MeanValue({ mean: { value, n, low, high }, ...layout }: MeanValueProps) {
  const interval =
    low !== null && high !== null ? `${formatScoreNumber(low)}–${formatScoreNumber(high)}` : null;
  const words = formatScoreNumber;
  return <EstimateValue value={value} n={n} of="scores" words={words} interval={interval} {...layout} />;
}
