import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import { usuallyBetter } from "#lib/domain/experiment.ts";
import { DifferenceCell, EstimateCell } from "./figure-cells.tsx";
import { USERS_MIN } from "./lead.ts";
import { metricLabel } from "./metric-words.ts";
import { type Analysis, controlOf } from "./results.ts";

type Found = Analysis["metrics"][number];

/** A metric with what it is in each arm. */
interface MetricRow {
  metric: string;
  role: Found["role"];
  better: "higher" | "lower";
  byArm: Map<string, Found>;
}

interface MetricsCardProps {
  analysis: Analysis;
  guardrails: Experiment["guardrails"];
}

/** The guardrails and all other metrics, by arm. */
export function MetricsCard({ analysis, guardrails }: MetricsCardProps) {
  const control = controlOf(analysis)?.variant ?? "";
  const rows = [...Map.groupBy(analysis.metrics, ({ metric }) => metric)].flatMap(
    ([metric, found]): MetricRow[] => {
      const [first] = found;
      if (!first || found.every(({ estimate }) => estimate === null)) return [];
      const chosen = guardrails.find((guardrail) => guardrail.metric === metric);
      const better = chosen?.better ?? usuallyBetter(metric as Parameters<typeof usuallyBetter>[0]);
      return [
        { metric, role: first.role, better, byArm: new Map(found.map((each) => [each.variant, each])) },
      ];
    },
  );
  if (rows.length === 0) return null;
  return (
    <Card
      title="Guardrails and other metrics"
      note="By user, with the difference from the control. Guardrails must not get worse; the others do not decide."
      flush
    >
      <DataTable
        caption="Guardrails and other metrics"
        rows={rows}
        rowKey={({ metric }) => metric}
        columns={[nameColumn, ...analysis.arms.map(({ variant }) => armColumn(variant, control))]}
      />
    </Card>
  );
}

const nameColumn: Column<MetricRow> = {
  head: "Metric",
  rowHead: true,
  cell: ({ metric, role, byArm }) => (
    <>
      {metricLabel(metric)}
      {role === "guardrail" && (
        <Badge tone={[...byArm.values()].some(({ harm }) => harm) ? "bad" : "neutral"} className="ml-1.5">
          Guardrail
        </Badge>
      )}
    </>
  ),
};

const armColumn = (variant: string, control: string): Column<MetricRow> => ({
  head: variant,
  numeric: true,
  className: "align-top!",
  cell: ({ metric, better, byArm }) => {
    const found = byArm.get(variant);
    const enough = [variant, control].every((each) => (byArm.get(each)?.estimate?.n ?? 0) >= USERS_MIN);
    return (
      <>
        <EstimateCell metric={metric} estimate={found?.estimate ?? null} />
        {enough && found?.difference && (
          <span className="mt-1 block">
            <DifferenceCell {...{ metric, better }} difference={found.difference} />
          </span>
        )}
      </>
    );
  },
});
