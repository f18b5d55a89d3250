import type { ReactNode } from "react";
import type { Mean, Rate } from "#lib/domain/rate.ts";
import type { Cell } from "../charts/table-data.ts";
import type { Column } from "../ui/data-table.tsx";
import type { ComparisonRow, NamedRow } from "./comparison-row.ts";
import { pointsWords } from "./difference-words.ts";
import { FigureValue } from "./figure-value.tsx";
import { RateValue } from "./rate-value.tsx";
import { smallCostWords } from "./small-cost-words.ts";
import { countWords, durationWords, percentWords, TOO_FEW } from "./words.ts";

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

/** A number beside the words that people read. */
const told = (value: number | null, say: (value: number) => string): Cell =>
  value === null ? null : { text: say(value), value };

/** A share, its interval and its n. */
const rateNumbers = <Row extends NamedRow>(head: string, pick: (row: Row) => Rate): NumberColumn<Row>[] => [
  { head, cell: (row) => told(pick(row).value, percentWords) },
  { head: `${head}, low`, cell: (row) => told(pick(row).low, percentWords) },
  { head: `${head}, high`, cell: (row) => told(pick(row).high, percentWords) },
  { head: `${head}, n`, cell: (row) => told(pick(row).n, countWords) },
];

function measure(
  head: string,
  of: Measure["of"],
  cell: (row: NamedRow) => ReactNode,
  numbers: Measure["numbers"],
): Measure {
  return { of, column: { head, numeric: true, sortBy: of, cell }, numbers };
}

/** A share of too few is sorted last, as it is not told. */
const rateMeasure = (head: string, of: string, pick: (row: NamedRow) => Rate): Measure =>
  measure(
    head,
    (row) => (pick(row).n >= TOO_FEW ? pick(row).value : null),
    (row) => <RateValue rate={pick(row)} of={of} />,
    rateNumbers(head, pick),
  );

const countMeasure = (head: string, pick: (row: NamedRow) => number): Measure =>
  measure(head, pick, (row) => <FigureValue value={pick(row)} say={countWords} />, [
    { head, cell: (row) => told(pick(row), countWords) },
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
      { head: `${name}, n`, cell: (row) => told(pick(row).n, countWords) },
    ],
  );

/** Percentiles are not read for every kind of row. */
const latencyMeasure = (head: string, pick: (row: NamedRow) => number | null): Measure => ({
  ...measure(head, pick, (row) => <FigureValue value={pick(row)} n={row.latency.n} say={durationWords} />, [
    { head: `Latency ${head}, ms`, cell: (row) => told(pick(row), durationWords) },
  ]),
  known: ({ latency }) => latency.n > 0,
});

/** What stands beside the positive rate. */
const figureMeasures: readonly Measure[] = [
  countMeasure("Interactions", ({ interactions }) => interactions),
  rateMeasure("Response rate", "interactions", ({ responseRate }) => responseRate),
  meanMeasure({ head: "Stars", name: "Stars", say: (stars) => stars.toFixed(2) }, ({ starMean }) => starMean),
  countMeasure("Corrections", ({ corrections }) => corrections),
  meanMeasure(
    { head: "Distance", name: "Edit distance, words", say: (words) => words.toFixed(1) },
    ({ editDistanceMean }) => editDistanceMean,
  ),
  meanMeasure({ head: "Kept", name: "Share kept", say: percentWords }, ({ editKeptMean }) => editKeptMean),
  latencyMeasure("p50", ({ latency }) => latency.p50),
  latencyMeasure("p95", ({ latency }) => latency.p95),
  meanMeasure(
    { head: "Cost", name: "Cost per answer, USD", say: smallCostWords },
    ({ costMean }) => costMean,
  ),
  meanMeasure(
    { head: "Tokens", name: "Tokens per answer", say: (tokens) => countWords(tokens) },
    ({ tokenMean }) => tokenMean,
  ),
];

/** The figures that some row may have. */
export const knownMeasures = (rows: readonly NamedRow[]): Measure[] =>
  figureMeasures.filter(({ known }) => !known || rows.some(known));

/** The numbers that stand beside the positive rate. */
export const figureNumbers = (rows: readonly NamedRow[]): NumberColumn<NamedRow>[] =>
  knownMeasures(rows).flatMap(({ numbers }) => numbers);

/** The numbers of the positive rate. */
export const positiveNumbers: readonly NumberColumn<NamedRow>[] = rateNumbers(
  "Positive rate",
  ({ positive }) => positive,
);

/** The numbers of how a row differs from what it is held against. */
export const differenceNumbers: readonly NumberColumn<ComparisonRow>[] = [
  { head: "Difference", cell: ({ difference }) => told(difference?.value ?? null, pointsWords) },
  { head: "Difference, low", cell: ({ difference }) => told(difference?.low ?? null, pointsWords) },
  { head: "Difference, high", cell: ({ difference }) => told(difference?.high ?? null, pointsWords) },
  { head: "In doubt", cell: ({ doubt }) => (doubt ? "yes" : "no") },
];
