import { formatCount, NONE } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { DifferenceCell, EstimateCell } from "../experiments/figure-cells.tsx";
import type { ChoiceModel } from "./choice-words.ts";

/** The metrics as their columns call them, by their names in a model. */
const metrics = [
  { name: "positive_rate", metric: "positive_rate", head: "Positive rate", better: "higher" },
  { name: "correction_rate", metric: "correction_rate", head: "Correction rate", better: "lower" },
  { name: "kept_share", metric: "kept_share", head: "Share kept", better: "higher" },
  { name: "latency_ms", metric: "latency", head: "Latency", better: "lower" },
  { name: "cost_usd", metric: "cost", head: "Cost per answer", better: "lower" },
] as const;

interface ModelsCardProps {
  models: readonly ChoiceModel[];
  isRandomized: boolean;
}

/** The models side by side, each with its differences from the current one. */
export function ModelsCard({ models, isRandomized }: ModelsCardProps) {
  return (
    <Card
      title="Models"
      note="By user, with always-valid intervals; below, the difference from the current model. A user is one observation, however often they rate."
      flush
    >
      <DataTable
        caption="Models"
        rows={models}
        rowKey={({ model_name: name }) => name}
        columns={[
          nameColumn,
          { head: "Users", numeric: true, cell: ({ users }) => formatCount(users) },
          { head: "Thumbs", numeric: true, cell: ({ ratings }) => formatCount(ratings) },
          ...metrics.map(metricColumn),
          ...(isRandomized ? [] : [sameMixColumn]),
        ]}
      />
    </Card>
  );
}

const outcomes = {
  switch: { words: "Switch", tone: "good" },
  no_switch: { words: "No switch", tone: "neutral" },
  unsure: { words: "Not certain", tone: "neutral" },
} as const;

const nameColumn: Column<ChoiceModel> = {
  head: "Model",
  rowHead: true,
  className: "min-w-36 max-w-56",
  cell: ({ model_name: name, is_current: isCurrent, comparison }) => (
    <>
      <span className="wrap-anywhere font-medium">{name}</span>
      {isCurrent && <Badge className="ml-1.5">Current</Badge>}
      {comparison && (
        <Badge tone={outcomes[comparison.outcome].tone} className="ml-1.5">
          {outcomes[comparison.outcome].words}
        </Badge>
      )}
    </>
  ),
};

const metricColumn = ({ name, metric, head, better }: (typeof metrics)[number]): Column<ChoiceModel> => ({
  head,
  numeric: true,
  cell: (model) => {
    const difference = model.comparison?.difference[name];
    return (
      <>
        <EstimateCell metric={metric} estimate={model[name]} />
        {difference && <DifferenceCell {...{ metric, better, difference }} />}
      </>
    );
  },
});

const sameMixColumn: Column<ChoiceModel> = {
  head: "With the same mix",
  numeric: true,
  cell: ({ comparison }) => {
    const difference = comparison?.same_mix_difference.positive_rate ?? null;
    return comparison ? (
      <DifferenceCell
        metric="positive_rate"
        better="higher"
        difference={difference}
        without="Nothing in common"
      />
    ) : (
      <span className="text-faint">{NONE}</span>
    );
  },
};
