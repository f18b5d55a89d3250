import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Heatmap } from "#components/charts/heatmap.tsx";
import { formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import type { Complaints } from "#lib/act/experiments/index.ts";
import { prepareComplaints } from "./prepare-complaints.ts";

interface ComplaintsCardProps {
  complaints: Complaints;
  variants: readonly string[];
}

const title = "Categories by arm";

/** What users of each arm complained about; nothing where nobody named a category. */
export function ComplaintsCard({ complaints, variants }: ComplaintsCardProps) {
  const view = prepareComplaints(complaints, variants);
  if (!view) return null;
  return (
    <ChartFrame
      title={title}
      note={`Share of each arm's thumbs down that name a category (n = thumbs down), in the latest answers. Shown from ${TOO_FEW} thumbs down.`}
      summary={view.summary}
      table={view.table}
      fileName="experiment-categories"
    >
      <p className="mb-2 max-w-prose text-soft text-sm">{view.summary}</p>
      <Heatmap
        caption={title}
        rows={view.rows}
        columns={view.columns}
        value={view.shareOf}
        words={formatPercent}
      />
    </ChartFrame>
  );
}
