import type { RaterRate } from "#lib/domain/rater-groups.ts";
import { formatInterval, formatPercent } from "../format/numbers.ts";
import { type EstimateLayout, EstimateValue } from "./estimate-value.tsx";
import { raterWords } from "./rater-words.ts";

interface RateValueProps extends EstimateLayout {
  rate: RaterRate;
  /** What is counted, in the plural: "ratings". */
  of: string;
}

/**
 * A rate, never without its n and its 95 % interval; too few to say is said, and so is that few people made many of its
 * ratings.
 */
export function RateValue({ rate, of, ...layout }: RateValueProps) {
  const { value, n } = rate;
  // Without a value there is no interval.
  const interval = value === null ? null : formatInterval(rate.low, rate.high);
  const raters = raterWords(rate, of);
  return (
    <>
      <EstimateValue value={value} n={n} of={of} words={formatPercent} interval={interval} {...layout} />
      {raters && (
        <span className="block text-balance text-faint text-xs">
          {layout.large ? raters.long : raters.short}
        </span>
      )}
    </>
  );
}
