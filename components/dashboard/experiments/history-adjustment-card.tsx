import { formatPercent } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { DataTable } from "#components/ui/tables/data-table.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import { DifferenceCell } from "./figure-cells.tsx";
import { type Analysis, treatmentsOf } from "./results.ts";

interface HistoryAdjustmentCardProps {
  analysis: Analysis;
  primary: NonNullable<Experiment["primaryMetric"]>;
}

/** The differences with and without what users said before the experiment (CUPED). */
export function HistoryAdjustmentCard({ analysis, primary }: HistoryAdjustmentCardProps) {
  const { history_reduction: reduction } = analysis;
  if (reduction === null)
    return (
      <Card title="Adjustment for history">
        <p className="max-w-prose text-sm text-soft">
          Not used. It compares users with what they said before the experiment, and needs 10 users in each
          arm who rated in the four weeks before it.
        </p>
      </Card>
    );
  return (
    <Card
      title="Adjustment for history"
      note={`What users said before the experiment explains ${formatPercent(reduction)} of the variance (CUPED). The result uses the adjusted difference.`}
      flush
    >
      <DataTable
        caption="Differences with and without adjustment"
        rows={treatmentsOf(analysis)}
        rowKey={({ variant }) => variant}
        columns={[
          { head: "Arm", rowHead: true, cell: ({ variant }) => variant },
          ...(["primary", "plain"] as const).map((which) => ({
            head: which === "primary" ? "Adjusted" : "Not adjusted",
            numeric: true,
            cell: (arm: Analysis["arms"][number]) => (
              <DifferenceCell {...primary} difference={arm[which].difference} />
            ),
          })),
        ]}
      />
    </Card>
  );
}
