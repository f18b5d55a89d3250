import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { FigureBar } from "#components/figures/figure-bar.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { formatExtremes } from "./comparison-extremes.ts";
import { figureNumbers, knownMeasures, type Measure } from "./comparison-measures.tsx";
import type { NamedRow } from "./comparison-row.ts";
import { comparisonTable } from "./comparison-table-data.ts";
import { DRAWN_MAX, DrawnRows } from "./drawn-rows.tsx";

interface ComparisonTableProps {
  /** What the rows are: "Model". */
  of: string;
  rows: readonly NamedRow[];
  fileName: string;
}

const NOTE =
  "Corrections show the words changed and the share of the answer kept. Latency, cost and tokens are per answer. Bars are relative to the highest value in the column.";

/** The other metrics, one sortable column each. */
export function ComparisonTable({ of, rows, fileName }: ComparisonTableProps) {
  const drawn = rows.slice(0, DRAWN_MAX);
  const name: Column<NamedRow> = {
    head: of,
    rowHead: true,
    className: "font-medium! min-w-28 max-w-48 wrap-anywhere",
    sortBy: (row) => row.name,
    cell: (row) => row.name,
  };
  return (
    <ChartFrame
      title="All metrics"
      note={NOTE}
      summary={formatExtremes(rows)}
      table={comparisonTable([{ head: of, cell: (row) => row.name }], figureNumbers(rows), rows)}
      fileName={fileName}
    >
      <div className={joinClasses("-mx-4", rows.length <= DRAWN_MAX && "-mb-3")}>
        <DataTable
          caption={`All metrics by ${of.toLowerCase()}`}
          rows={drawn}
          rowKey={(row) => row.key}
          columns={[name, ...knownMeasures(rows).map((measure) => withBar(measure, drawn))]}
        />
      </div>
      <DrawnRows total={rows.length} />
    </ChartFrame>
  );
}

/** A column with the figure's part of the highest under it. */
function withBar({ column, of }: Measure, rows: readonly NamedRow[]): Column<NamedRow> {
  const highest = Math.max(...rows.map((row) => of(row) ?? 0));
  return {
    ...column,
    className: "align-top!",
    cell: (row) => (
      <div className="relative min-h-11 pb-1.5">
        {column.cell(row)}
        <FigureBar value={of(row)} highest={highest} />
      </div>
    ),
  };
}
