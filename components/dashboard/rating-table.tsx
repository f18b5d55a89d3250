import type { ReactNode } from "react";
import type { Rate } from "#lib/domain/rate";
import type { Summary } from "#lib/evaluate/metrics/index";
import { IntervalPlot } from "../charts/interval-plot.tsx";
import { prepareIntervals } from "../charts/prepare-intervals.ts";
import { type Column, DataTable } from "../ui/data-table.tsx";
import { RateValue } from "./rate-value.tsx";
import { countWords, durationWords, NONE, percentWords } from "./words.ts";

interface RatingTableProps<Row extends Summary> {
  caption: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What names the row. */
  naming: readonly Column<Row>[];
  /** After the figures. */
  closing?: readonly Column<Row>[];
  /** The rate of all rows together, drawn as the line to compare with. */
  baseline: Rate;
}

/** Rows of figures whose positive rates are drawn as dot and whisker on one scale, against the whole. */
export function RatingTable<Row extends Summary>(props: RatingTableProps<Row>) {
  const { rows, naming, closing = [], baseline } = props;
  const scale = prepareIntervals(
    rows.map(({ positive }) => positive),
    baseline,
  );
  const plot: Column<Row> = {
    head: `${percent(scale.low)} to ${percent(scale.high)}`,
    className: "min-w-36",
    cell: ({ positive }) => <IntervalPlot scale={scale} rate={positive} />,
  };
  const columns = [...naming, rateColumn<Row>(), plot, ...figures<Row>(), ...closing];
  return <DataTable caption={props.caption} rows={rows} rowKey={props.rowKey} columns={columns} />;
}

const rateColumn = <Row extends Summary>(): Column<Row> => ({
  head: "Positive rate",
  className: "min-w-36",
  cell: ({ positive }) => <RateValue rate={positive} of="ratings" />,
});

const figures = <Row extends Summary>(): Column<Row>[] => [
  { head: "Interactions", numeric: true, cell: ({ interactions }) => countWords(interactions) },
  {
    head: "Response rate",
    className: "min-w-36",
    cell: ({ responseRate }) => <RateValue rate={responseRate} of="interactions" />,
  },
  { head: "Stars", numeric: true, cell: ({ starMean }) => starWords(starMean) },
  { head: "Edits", numeric: true, cell: ({ corrections }) => countWords(corrections) },
  {
    head: "Latency",
    numeric: true,
    cell: ({ latency }) => latencyWords(latency),
  },
];

function starWords(stars: Summary["starMean"]): ReactNode {
  if (stars.value === null) return NONE;
  return (
    <>
      {stars.value.toFixed(2)}
      <span className="block whitespace-nowrap text-faint text-xs">n = {countWords(stars.n)}</span>
    </>
  );
}

function latencyWords({ p50, p95 }: Summary["latency"]): ReactNode {
  if (p50 === null) return NONE;
  return (
    <>
      {durationWords(p50)}
      <span className="block whitespace-nowrap text-faint text-xs">p95 {durationWords(p95)}</span>
    </>
  );
}

const percent = (share: number): string => percentWords(share).replace(".0%", "%");
