"use client";

import { type ReactNode, useRef, useState } from "react";
import { Card } from "../ui/card.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { ChartTitle } from "./chart-title.ts";
import { ExportMenu } from "./export/export-menu.tsx";
import type { TableData } from "./table-data.ts";
import { TableView } from "./table-view.tsx";

interface ChartFrameProps {
  title: string;
  note?: ReactNode;
  /** The chart in words, for those who do not see it and under its picture. */
  summary: string;
  /** The same numbers as a table. */
  table: TableData;
  /** What the exported files are called, between the project and the dates: "positive-rate". */
  fileName: string;
  /** More to choose, left of the views. */
  actions?: ReactNode;
  /** The chart. */
  children: ReactNode;
}

const views = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

/** A panel that shows the same numbers as a chart or as a table, and exports both. */
export function ChartFrame({ title, note, summary, table, fileName, actions, children }: ChartFrameProps) {
  const [view, setView] = useState<"chart" | "table">("chart");
  const chart = useRef<HTMLDivElement>(null);
  const asTable = view === "table";
  return (
    <Card
      title={title}
      note={note}
      flush
      actions={
        <div className="flex flex-wrap items-center justify-end gap-2">
          {actions}
          <Segmented label={`View of ${title}`} options={views} value={view} onChange={setView} />
          <ExportMenu title={title} summary={summary} table={table} fileName={fileName} chart={chart} />
        </div>
      }
    >
      {!asTable && <p className="sr-only">{summary}</p>}
      {/* Stays laid out behind the table, so that its picture can be taken there, too. */}
      <div inert={asTable} className={asTable ? "h-0 overflow-hidden" : undefined}>
        <div ref={chart} className="px-4 pt-1 pb-4">
          <ChartTitle value={title}>{children}</ChartTitle>
        </div>
      </div>
      {asTable && (
        <>
          <TableView caption={title} table={table} />
          <p className="border-line border-t px-4 py-2.5 text-faint text-xs">{summary}</p>
        </>
      )}
    </Card>
  );
}
