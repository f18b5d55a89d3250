import type { Rate } from "#lib/domain/rate.ts";
import type { FigureTarget } from "../figures/figure-target.ts";
import { RateValue } from "../figures/rate-value.tsx";
import { formatPercent } from "../format/numbers.ts";
import { IntervalPlot } from "./interval-plot.tsx";
import { prepareIntervals } from "./prepare-intervals.ts";

/** One rate to draw: what it is of, and where it leads. */
export interface IntervalRow {
  key: string;
  label: string;
  /** Small, under the label. */
  detail?: string | undefined;
  rate: Rate;
  /** What the rate is of. */
  figure?: FigureTarget | undefined;
}

interface IntervalChartProps {
  rows: readonly IntervalRow[];
  /** The rate to compare with, drawn as a dashed line. */
  reference?: { label: string; rate: Rate } | undefined;
  /** What the rates count, in the plural: "ratings". */
  of: string;
}

/** Rates as dots with their 95% confidence intervals on one scale, each with its name and its numbers. */
export function IntervalChart({ rows, reference, of }: IntervalChartProps) {
  const scale = prepareIntervals(
    rows.map(({ rate }) => rate),
    reference?.rate,
  );
  return (
    <div className="text-sm">
      <ul>
        {rows.map((row) => (
          <li key={row.key} className={lineClasses}>
            <Name row={row} />
            <div className="justify-self-end max-sm:text-right sm:order-last sm:justify-self-stretch">
              <RateValue rate={row.rate} of={of} figure={row.figure} />
            </div>
            <div className="max-sm:col-span-2">
              <IntervalPlot scale={scale} rate={row.rate} />
            </div>
          </li>
        ))}
      </ul>
      <div className={`${lineClasses} border-line border-t text-faint text-xs`}>
        <span className="truncate">
          {reference && scale.reference !== null && `Dashed: ${reference.label}`}
        </span>
        <span className="justify-self-end sm:order-last sm:justify-self-stretch">
          95% confidence interval
        </span>
        <span className="flex justify-between tabular-nums max-sm:col-span-2">
          <span>{axisWords(scale.low)}</span>
          <span>{axisWords((scale.low + scale.high) / 2)}</span>
          <span>{axisWords(scale.high)}</span>
        </span>
      </div>
    </div>
  );
}

/** On a phone the dot and its whisker lie under the name and the figures. */
const lineClasses =
  "grid grid-cols-[1fr_auto] items-center gap-x-3 py-1.5 sm:grid-cols-[minmax(7rem,12rem)_minmax(6rem,1fr)_10.5rem]";

function Name({ row: { label, detail } }: { row: IntervalRow }) {
  return (
    <span className="min-w-0">
      <span className="block truncate font-medium text-ink" title={label}>
        {label}
      </span>
      {detail && <span className="block truncate text-faint text-xs">{detail}</span>}
    </span>
  );
}

const axisWords = (share: number): string => formatPercent(share).replace(".0%", "%");
