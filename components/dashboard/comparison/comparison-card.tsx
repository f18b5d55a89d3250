import type { ReactNode } from "react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ComparisonList, type ComparisonListProps } from "./comparison-list.tsx";
import { differenceNumbers, figureNumbers, positiveNumbers } from "./comparison-measures.tsx";
import type { ComparisonRow } from "./comparison-row.ts";
import { comparisonSummary } from "./comparison-summary.ts";
import { comparisonTable } from "./comparison-table-data.ts";
import { DRAWN_MAX, DrawnRows } from "./drawn-rows.tsx";

interface ComparisonCardProps<Row extends ComparisonRow> extends ComparisonListProps<Row> {
  title: string;
  note?: ReactNode;
  fileName: string;
}

/** Positive rates with their differences from the reference; its table has all other metrics, too. */
export function ComparisonCard<Row extends ComparisonRow>(props: ComparisonCardProps<Row>) {
  const { title, note, fileName, ...list } = props;
  const numbers = [...positiveNumbers, ...differenceNumbers, ...figureNumbers(list.rows)];
  return (
    <ChartFrame
      title={title}
      note={note}
      summary={comparisonSummary(list.rows, list.against)}
      table={comparisonTable<ComparisonRow>(
        [{ head: list.of, cell: ({ name }) => name }],
        numbers,
        list.rows,
      )}
      fileName={fileName}
    >
      <ComparisonList {...list} rows={list.rows.slice(0, DRAWN_MAX)} />
      <DrawnRows total={list.rows.length} />
    </ChartFrame>
  );
}
