import type { ReactNode } from "react";
import type { Rate } from "#lib/domain/rate.ts";
import { IntervalPlot } from "../charts/interval-plot.tsx";
import { prepareIntervals } from "../charts/prepare-intervals.ts";
import type { FigureTarget } from "../figures/figure-target.ts";
import { joinClasses } from "../ui/join-classes.ts";
import { differenceScale, knownDifference } from "./comparison-differences.ts";
import type { ComparisonRow } from "./comparison-row.ts";
import { DifferencePlot } from "./difference-plot.tsx";
import { DifferenceValue } from "./difference-value.tsx";
import { RateValue } from "./rate-value.tsx";
import { percentWords } from "./words.ts";

/** What {@link ComparisonList} draws. */
export interface ComparisonListProps<Row extends ComparisonRow> {
  /** What the rows are: "Model". */
  of: string;
  rows: readonly Row[];
  /** The rate of all together, drawn as a dashed line. */
  whole: Rate;
  /** What the differences are held against: "atlas-mini", "all others". */
  against: string;
  /** A row's name and what belongs to it. */
  nameOf: (row: Row) => ReactNode;
  /** Where the thumbs are that a row's rate is of. */
  thumbsOf?: (row: Row) => FigureTarget | undefined;
  /** What can be done with a row. */
  actionOf?: ((row: Row) => ReactNode) | undefined;
}

/** Rates and their differences as dots and whiskers on two shared scales, a row each; on a narrow page a row is a block. */
export function ComparisonList<Row extends ComparisonRow>(props: ComparisonListProps<Row>) {
  const { rows, whole, against, nameOf, thumbsOf, actionOf } = props;
  const rates = prepareIntervals(
    rows.map(({ positive }) => positive),
    whole,
  );
  const differences = differenceScale(rows.map(knownDifference).filter((known) => known !== null));
  const compared = rows.some(({ difference }) => difference !== null);
  const columns = joinClasses(narrow, compared ? (actionOf ? withAction : withDifference) : alone);
  return (
    <div className="@container">
      <div aria-hidden className={joinClasses(columns, "pb-1.5 text-faint text-xs @max-4xl:hidden")}>
        <span>{props.of}</span>
        <span>Positive rate</span>
        <Ends from={percent(rates.low)} to={percent(rates.high)} />
        {compared && <AgainstHead against={against} reach={differences.reach} />}
      </div>
      <ol>
        {rows.map((row) => (
          <li
            key={row.key}
            className={joinClasses(columns, "items-center border-line border-t py-2 text-sm")}
          >
            <div className={joinClasses("min-w-0", !actionOf && "@max-4xl:col-span-2")}>{nameOf(row)}</div>
            <div className="@max-4xl:row-start-2">
              <RateValue rate={row.positive} of="thumbs" figure={thumbsOf?.(row)} />
            </div>
            <div className="@max-4xl:row-start-2">
              <IntervalPlot scale={rates} rate={row.positive} />
            </div>
            {compared && <Difference row={row} against={against} scale={differences} />}
            {actionOf && (
              <div className="justify-self-end @max-4xl:col-start-2 @max-4xl:row-start-1">
                {actionOf(row)}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

const narrow = "grid grid-cols-[9.75rem_minmax(0,1fr)] gap-x-5 gap-y-1.5";
const alone = "@4xl:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(6rem,2.4fr)]";
const withDifference =
  "@4xl:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(6rem,1.2fr)_9.5rem_minmax(6rem,1.2fr)]";
const withAction =
  "@4xl:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(6rem,1.2fr)_9.5rem_minmax(6rem,1.2fr)_8.5rem]";

interface DifferenceProps {
  row: ComparisonRow;
  against: string;
  scale: ReturnType<typeof differenceScale>;
}

function Difference({ row, against, scale }: DifferenceProps) {
  const place = joinClasses("@max-4xl:row-start-3", row.difference === null && "@max-4xl:hidden");
  return (
    <>
      <div className={place}>
        {row.difference && <span className="sr-only">Against {against}: </span>}
        <DifferenceValue row={row} />
      </div>
      <div className={place}>
        <DifferencePlot scale={scale} difference={knownDifference(row)} />
      </div>
    </>
  );
}

function AgainstHead({ against, reach }: { against: string; reach: number }) {
  const points = Math.round(reach * 100);
  return (
    <>
      <span className="truncate" title={against}>
        Against {against}
      </span>
      <Ends from={`−${points}`} middle="0" to={`+${points} pts`} />
    </>
  );
}

/** What the ends of a scale are. */
function Ends({ from, middle, to }: { from: string; middle?: string; to: string }) {
  return (
    <span className="relative flex justify-between tabular-nums">
      <span>{from}</span>
      {middle && <span className="absolute left-1/2 -translate-x-1/2">{middle}</span>}
      <span>{to}</span>
    </span>
  );
}

const percent = (share: number): string => percentWords(share).replace(".0%", "%");
