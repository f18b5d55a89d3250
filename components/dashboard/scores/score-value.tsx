import type { FigureTarget } from "#components/figures/figure-target.ts";
import { RateValue } from "../rate-value.tsx";
import { MeanValue } from "./mean-value.tsx";
import type { ScoreHeadline } from "./score-headline.ts";

interface ScoreValueProps {
  headline: ScoreHeadline;
  inline?: boolean;
  large?: boolean;
  /** Where the values are that it is of. */
  figure?: FigureTarget | undefined;
}

/** What a score came to: a mean or a share, never without its n and its interval. */
export function ScoreValue({ headline, ...how }: ScoreValueProps) {
  return headline.kind === "mean" ? (
    <MeanValue mean={headline.mean} {...how} />
  ) : (
    <RateValue rate={headline.share} of="scores" {...how} />
  );
}
