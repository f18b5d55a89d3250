import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { IntervalPlot } from "#components/charts/interval-plot.tsx";
import { prepareIntervals } from "#components/charts/prepare-intervals.ts";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatPercent, NONE } from "#components/format/numbers.ts";
import { formatPoints } from "#components/format/signed.ts";
import { joinClasses } from "#components/ui/join-classes.ts";
import type { Rate } from "#lib/domain/rate.ts";
import { differenceScale, type KnownDifference, knownDifference } from "./comparison-differences.ts";
import type { ComparisonRow } from "./comparison-row.ts";
import { pointsInterval } from "./format-difference.ts";

interface DifferencePlotProps {
  scale: ReturnType<typeof differenceScale>;
  difference: KnownDifference | null;
}

const looks = {
  above: { dot: "bg-good", line: "bg-good/50" },
  below: { dot: "bg-bad", line: "bg-bad/50" },
  open: { dot: "bg-soft", line: "bg-faint/50" },
};

/** A difference with its interval on a scale centered on zero. Hidden from screen readers, as the numbers are next to it. */
function DifferencePlot({ scale, difference }: DifferencePlotProps) {
  const mark = difference && scale.mark(difference);
  return (
    <div aria-hidden className="relative h-5 w-full min-w-24">
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      {mark && (
        <>
          <span
            className={joinClasses(
              "absolute top-1/2 h-1 -translate-y-1/2 rounded-full",
              looks[mark.side].line,
            )}
            style={{ left: `${mark.from}%`, width: `${mark.to - mark.from}%` }}
          />
          <span
            className={joinClasses(
              "absolute top-1/2 size-2.5 -translate-1/2 rounded-full border-2 border-surface",
              looks[mark.side].dot,
            )}
            style={{ left: `${mark.at}%` }}
          />
        </>
      )}
    </div>
  );
}

/** What {@link ComparisonList} draws. */
export interface ComparisonListProps<Row extends ComparisonRow> {
  /** What the rows are: "Model". */
  of: string;
  rows: readonly Row[];
  /** The rate of all together, drawn as a dashed line. */
  whole: Rate;
  /** What the differences are relative to: "atlas-mini", "all others". */
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
        {row.difference && <span className="sr-only">Compared with {against}: </span>}
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
        vs. {against}
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

const percent = (share: number): string => formatPercent(share).replace(".0%", "%");

type Compared = Pick<ComparisonRow, "difference" | "positive" | "against" | "doubt">;

/** How much a rate is above another, in points with the interval; too few to compare is said, and so is what makes it doubtful. */
function DifferenceValue({ row }: { row: Compared }) {
  const known = knownDifference(row);
  if (row.difference === null) return <span className="text-faint">{NONE}</span>;
  if (!known) return <span className="text-soft text-sm">Not enough data</span>;
  return (
    <>
      <data value={known.value} className="whitespace-nowrap font-medium tabular-nums">
        {formatPoints(known.value)} pts
      </data>
      <span
        className="block whitespace-nowrap text-faint text-xs tabular-nums"
        title="95% confidence interval"
      >
        <span className="sr-only">95% confidence interval </span>
        {pointsInterval(known)}
      </span>
      {row.doubt && (
        <span className="flex items-center gap-1 whitespace-nowrap text-warn text-xs">
          <TriangleAlert aria-hidden className="size-3" />
          Response rates differ
        </span>
      )}
    </>
  );
}
