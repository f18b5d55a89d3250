"use client";

import { type ReactNode, useState } from "react";
import { Card } from "../ui/card.tsx";
import { Segmented } from "../ui/segmented.tsx";

interface ChartFrameProps {
  title: string;
  note?: ReactNode;
  /** The chart in words, for those who do not see it. */
  summary: string;
  chart: ReactNode;
  /** The same numbers as a table. */
  table: ReactNode;
}

const views = [
  { value: "chart", label: "Chart" },
  { value: "table", label: "Table" },
] as const;

/** A panel that shows the same numbers as a chart or as a table. */
export function ChartFrame({ title, note, summary, chart, table }: ChartFrameProps) {
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <Card
      title={title}
      note={note}
      flush
      actions={<Segmented label={`View of ${title}`} options={views} value={view} onChange={setView} />}
    >
      <p className="sr-only">{summary}</p>
      {view === "chart" ? <div className="px-4 pt-1 pb-4">{chart}</div> : <div className="pb-1">{table}</div>}
    </Card>
  );
}
