import type { Rate } from "#lib/domain/rate.ts";
import { formatInterval, formatPercent } from "../format/numbers.ts";
import { type EstimateLayout, EstimateValue } from "./estimate-value.tsx";

interface RateValueProps extends EstimateLayout {
  rate: Rate;
  /** What is counted, in the plural: "ratings". */
  of: string;
}

/** A rate, never without its n and its 95 % interval; too few to say is said. */
export function RateValue({ rate, of, ...layout }: RateValueProps) {
  const { value, n } = rate;
  // Without a value there is no interval.
  const interval = value === null ? null : formatInterval(rate.low, rate.high);
  return <EstimateValue value={value} n={n} of={of} words={formatPercent} interval={interval} {...layout} />;
}
