import type { Rate } from "#lib/domain/rate.ts";
import { type EstimateLayout, EstimateValue } from "./estimate-value.tsx";
import { intervalWords, percentWords } from "./words.ts";

interface RateValueProps extends EstimateLayout {
  rate: Rate;
  /** What is counted, in the plural: "ratings". */
  of: string;
}

/** A rate, never without its n and its 95 % interval; too few to say is said. */
export function RateValue({ rate, of, ...layout }: RateValueProps) {
  const { value, n } = rate;
  // Without a value there is no interval to tell.
  const interval = value === null ? null : intervalWords(rate.low, rate.high);
  return <EstimateValue value={value} n={n} of={of} words={percentWords} interval={interval} {...layout} />;
}
