import type { ReactNode } from "react";
import type { Cell } from "#components/charts/table-data.ts";
import { FigureValue } from "#components/figures/figure-value.tsx";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCount, formatDuration, formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import { formatPoints } from "#components/format/signed.ts";
import { formatSmallCost } from "#components/format/small-cost.ts";
import type { Column } from "#components/ui/tables/data-table.tsx";
import type { Mean, Rate } from "#lib/domain/rate.ts";
import type { ComparisonRow, NamedRow } from "./comparison-row.ts";

/** A number of a row, in a column of its own. */
export interface NumberColumn<Row> {
  head: string;
  cell: (row: Row) => Cell;
}

/** A figure of a row with what belongs to it in one column, and each of its numbers in a column of its own. */
export interface Measure {
  of: (row: NamedRow) => number | null;
  column: Column<NamedRow>;
  numbers: readonly NumberColumn<NamedRow>[];
  /** Whether a row may have it; a figure that no row may have is left out. */
  known?: (row: NamedRow) => boolean;
}

/** A number with its formatted text. */
const told = (value: number | null, say: (value: number) => string): Cell =>
  value === null ? null : { text: say(value), value };

/** A share, its interval and its n. */
const rateNumbers = <Row extends NamedRow>(head: string, pick: (row: Row) => Rate): NumberColumn<Row>[] => [
  { head, cell: (row) => told(pick(row).value, formatPercent) },
  { head: `${head}, low`, cell: (row) => told(pick(row).low, formatPercent) },
  { head: `${head}, high`, cell: (row) => told(pick(row).high, formatPercent) },
  { head: `${head}, n`, cell: (row) => told(pick(row).n, formatCount) },
];

function measure(
  head: string,
  of: Measure["of"],
  cell: (row: NamedRow) => ReactNode,
  numbers: Measure["numbers"],
): Measure {
  return { of, column: { head, numeric: true, sortBy: of, cell }, numbers };
}

/** A share without enough data is sorted last. */
const rateMeasure = (head: string, of: string, pick: (row: NamedRow) => Rate): Measure =>
  measure(
    head,
    (row) => (pick(row).n >= TOO_FEW ? pick(row).value : null),
    (row) => <RateValue rate={pick(row)} of={of} />,
    rateNumbers(head, pick),
  );

const countMeasure = (head: string, pick: (row: NamedRow) => number): Measure =>
  measure(head, pick, (row) => <FigureValue value={pick(row)} say={formatCount} />, [
    { head, cell: (row) => told(pick(row), formatCount) },
  ]);

interface MeanWords {
  /** Where there is little room. */
  head: string;
  /** In full. */
  name: string;
  say: (value: number) => string;
}

const meanMeasure = ({ head, name, say }: MeanWords, pick: (row: NamedRow) => Mean): Measure =>
  measure(
    head,
    (row) => pick(row).value,
    (row) => <FigureValue {...pick(row)} say={say} />,
    [
      { head: name, cell: (row) => told(pick(row).value, say) },
      { head: `${name}, n`, cell: (row) => told(pick(row).n, formatCount) },
    ],
  );

/** Percentiles are not read for every kind of row. */
const latencyMeasure = (head: string, pick: (row: NamedRow) => number | null): Measure => ({
  ...measure(head, pick, (row) => <FigureValue value={pick(row)} n={row.latency.n} say={formatDuration} />, [
    { head: `Latency ${head}, ms`, cell: (row) => told(pick(row), formatDuration) },
  ]),
  known: ({ latency }) => latency.n > 0,
});

/** The metrics other than the positive rate. */
const figureMeasures: readonly Measure[] = [
  countMeasure("Interactions", ({ interactions }) => interactions),
  rateMeasure("Response rate", "interactions", ({ responseRate }) => responseRate),
  meanMeasure({ head: "Stars", name: "Stars", say: (stars) => stars.toFixed(2) }, ({ starMean }) => starMean),
  countMeasure("Corrections", ({ corrections }) => corrections),
  meanMeasure(
    { head: "Distance", name: "Edit distance, words", say: (words) => words.toFixed(1) },
    ({ editDistanceMean }) => editDistanceMean,
  ),
  meanMeasure({ head: "Kept", name: "Share kept", say: formatPercent }, ({ editKeptMean }) => editKeptMean),
  latencyMeasure("p50", ({ latency }) => latency.p50),
  latencyMeasure("p95", ({ latency }) => latency.p95),
  meanMeasure(
    { head: "Cost", name: "Cost per answer, USD", say: formatSmallCost },
    ({ costMean }) => costMean,
  ),
  meanMeasure(
    { head: "Tokens", name: "Tokens per answer", say: (tokens) => formatCount(tokens) },
    ({ tokenMean }) => tokenMean,
  ),
];

/** The figures that some row may have. */
export const knownMeasures = (rows: readonly NamedRow[]): Measure[] =>
  figureMeasures.filter(({ known }) => !known || rows.some(known));

/** The numbers of the metrics other than the positive rate. */
export const figureNumbers = (rows: readonly NamedRow[]): NumberColumn<NamedRow>[] =>
  knownMeasures(rows).flatMap(({ numbers }) => numbers);

/** The numbers of the positive rate. */
export const positiveNumbers: readonly NumberColumn<NamedRow>[] = rateNumbers(
  "Positive rate",
  ({ positive }) => positive,
);

/** The numbers of the difference from the reference. */
export const differenceNumbers: readonly NumberColumn<ComparisonRow>[] = [
  { head: "Difference", cell: ({ difference }) => told(difference?.value ?? null, formatPoints) },
  { head: "Difference, low", cell: ({ difference }) => told(difference?.low ?? null, formatPoints) },
  { head: "Difference, high", cell: ({ difference }) => told(difference?.high ?? null, formatPoints) },
  { head: "Response rates differ", cell: ({ doubt }) => (doubt ? "yes" : "no") },
];
