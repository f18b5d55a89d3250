import { amountChange, rateChange } from "../charts/prepare-change.ts";
import { valueWords } from "../charts/value-words.ts";
import { ChangeMark } from "./change-mark.tsx";
import { RateValue } from "./rate-value.tsx";
import type { TrendMetric } from "./trend-metrics.ts";
import { drawnValue, isTooFew, rateOf, type TrendValue } from "./trend-values.ts";
import { countWords } from "./words.ts";

interface TrendHeadlineProps {
  metric: TrendMetric;
  current: TrendValue;
  /** Of the window before; null where the reader compares with nothing. */
  previous: TrendValue | null;
}

/** What a metric came to over the whole window, and how that changed. */
export function TrendHeadline({ metric, current, previous }: TrendHeadlineProps) {
  const say = (value: number) => valueWords(value, metric.format);
  const share = metric.measure.kind === "share";
  const change =
    previous &&
    (share
      ? rateChange(rateOf(current), rateOf(previous))
      : amountChange(drawnValue(current), drawnValue(previous), say));
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {share ? (
        <RateValue rate={rateOf(current)} of={metric.of} large inline />
      ) : (
        <Figure metric={metric} figure={current} />
      )}
      {change && <ChangeMark change={change} />}
    </div>
  );
}

function Figure({ metric, figure }: { metric: TrendMetric; figure: TrendValue }) {
  const { value, n } = figure;
  return (
    <span className="inline-flex items-baseline gap-2 whitespace-nowrap tabular-nums">
      <span className="font-semibold text-2xl tracking-tight">
        {isTooFew(figure) ? "Too few to say" : valueWords(value, metric.format)}
      </span>
      {n !== null && <span className="text-faint text-xs">n = {countWords(n)}</span>}
    </span>
  );
}
