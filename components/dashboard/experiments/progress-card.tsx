import { ChartLine } from "lucide-react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ExperimentProgress } from "#lib/use-cases/experiments/read-progress.ts";
import { differenceFormat, metricLabel } from "./metric-words.ts";
import { prepareProgress } from "./prepare-progress.ts";

interface ProgressCardProps {
  progress: ExperimentProgress;
  metric: string;
  tz: string;
}

const title = "Difference over time";

/** How the intervals of the differences narrowed, day by day. */
export function ProgressCard({ progress, metric, tz }: ProgressCardProps) {
  const view = prepareProgress(progress, metric, tz);
  if (!view)
    return (
      <Card title={title}>
        <EmptyState icon={ChartLine} title="Not enough data">
          The interval is drawn once the control and another arm have 10 users with a rating.
        </EmptyState>
      </Card>
    );
  const unit = differenceFormat(metric) === "points" ? " in points" : "";
  return (
    <ChartFrame
      title={title}
      note={`${metricLabel(metric)} compared with the control${unit}, of all users first seen up to each day. A difference is certain once its interval leaves out zero.`}
      summary={view.summary}
      table={view.table}
      fileName="experiment-difference"
    >
      <SeriesChart {...view.data} height={220} />
    </ChartFrame>
  );
}
