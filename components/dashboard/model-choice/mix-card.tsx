import { formatPercent, NONE } from "#components/format/numbers.ts";
import { formatPoints } from "#components/format/signed.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { type ChoiceModel, type Mix, mixLabel, mostWords } from "./choice-words.ts";

/** What may explain a difference: how the traffic of a model differs from that of the current one. */
export function MixCard({ model }: { model: ChoiceModel }) {
  const { comparison } = model;
  if (!comparison || comparison.mix.length === 0) return null;
  const raw = comparison.difference.positive_rate;
  const title = `What could explain the difference for “${model.model_name}”`;
  return (
    <Card
      title={title}
      note={`Users were not assigned at random, so the models may have answered different users and questions. Difference in positive rate as it is: ${raw ? `${formatPoints(raw.value)} points` : "not enough data"}.`}
      flush
    >
      <DataTable
        caption={title}
        rows={comparison.mix}
        rowKey={({ dimension }) => dimension}
        columns={columns}
      />
    </Card>
  );
}

const columns: Column<Mix>[] = [
  {
    head: "Traffic by",
    rowHead: true,
    className: "min-w-32",
    cell: ({ dimension, differs }) => (
      <>
        <span className="font-medium">{mixLabel(dimension)}</span>
        {differs && (
          <Badge tone="warn" className="ml-1.5">
            Differs
          </Badge>
        )}
      </>
    ),
  },
  {
    head: "Answers that differ",
    numeric: true,
    cell: ({ distance, by_chance: byChance }) => (
      <>
        {formatPercent(distance)}
        <span className="block whitespace-nowrap text-faint text-xs">
          {formatPercent(byChance)} by chance
        </span>
      </>
    ),
  },
  {
    head: "Most different",
    className: "min-w-56",
    cell: (mix) => mostWords(mix) ?? <span className="text-faint">{NONE}</span>,
  },
  {
    head: "Difference with the same mix",
    numeric: true,
    cell: ({ same_mix_difference: difference }) =>
      difference === null ? (
        <span className="whitespace-nowrap text-faint">Nothing in common</span>
      ) : (
        <span className="whitespace-nowrap">{formatPoints(difference)} points</span>
      ),
  },
];
