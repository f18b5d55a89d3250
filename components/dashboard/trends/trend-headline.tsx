import { formatRange, formatValue } from "#components/charts/format-value.ts";
import { ChangeMark } from "#components/figures/change-mark.tsx";
import { FigureLink } from "#components/figures/figure-link.tsx";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { amountChange, rateChange } from "#components/figures/prepare-change.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCount } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import type { TrendLabels } from "./trend-line.ts";
import { drawnValue, isTooFew, type TrendValue, toRate } from "./trend-values.ts";

interface TrendHeadlineProps {
  metric: TrendLabels["metric"];
  current: TrendValue;
  /** Of what the reader compares with; null where that is nothing. */
  before: TrendValue | null;
  reference: ReferenceKind;
  /** Where so many of what the metric counts are. */
  figureOf: (count: number) => FigureTarget | undefined;
}

/** The value of a metric over the whole period, and its change. */
export function TrendHeadline({ metric, current, before, reference, figureOf }: TrendHeadlineProps) {
  const { kind } = metric.measure;
  return (
    <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {kind === "share" ? (
        <RateValue rate={toRate(current)} of={metric.of} large inline figure={figureOf(current.n ?? 0)} />
      ) : (
        <Figure metric={metric} value={current} figure={figureOf(current.n ?? current.value ?? 0)} />
      )}
      {before && <Change metric={metric} {...{ current, before, reference }} />}
    </div>
  );
}

type ChangeProps = Pick<TrendHeadlineProps, "metric" | "current" | "reference"> & { before: TrendValue };

/** Nothing of a number of things against the baseline: in 90 days there are more than in fewer. */
function Change({ metric, current, before, reference }: ChangeProps) {
  const { kind } = metric.measure;
  if (kind === "amount" && reference === "baseline") return null;
  const say = (value: number) => formatValue(value, metric.format);
  return (
    <ChangeMark
      change={
        kind === "share"
          ? rateChange(toRate(current), toRate(before), reference, metric.better)
          : amountChange(drawnValue(current), drawnValue(before), say, reference)
      }
    />
  );
}

interface FigureProps {
  metric: TrendLabels["metric"];
  value: TrendValue;
  figure: FigureTarget | undefined;
}

/** The number, and how many it is of; whichever counts things leads to them. */
function Figure({ metric, value: told, figure }: FigureProps) {
  const { value, n, band } = told;
  const words = isTooFew(told) ? "Not enough data" : formatValue(value, metric.format);
  const way = (content: string) =>
    figure ? (
      <FigureLink
        figure={figure}
        className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        {content}
      </FigureLink>
    ) : (
      content
    );
  return (
    <span className="inline-flex items-baseline gap-2 whitespace-nowrap tabular-nums">
      <span className="font-semibold text-2xl tracking-tight">{n === null ? way(words) : words}</span>
      {n !== null && (
        <span className="text-faint text-xs">
          {band && !isTooFew(told) && (
            <span title="95% confidence interval">
              <span className="sr-only">95% confidence interval </span>
              {formatRange(band, metric.format)} ·{" "}
            </span>
          )}
          {way(`n = ${formatCount(n)}`)}
        </span>
      )}
    </span>
  );
}
