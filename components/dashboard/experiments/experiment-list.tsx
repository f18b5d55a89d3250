import { Split } from "lucide-react";
import { formatCount, NONE } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { stateLabel } from "./experiment-words.ts";
import type { ExperimentRow } from "./prepare-row.ts";

interface ExperimentListProps {
  rows: readonly ExperimentRow[];
  base: string;
  mayEdit: boolean;
}

/** A project's experiments, or how to run a first one. */
export function ExperimentList({ rows, base, mayEdit }: ExperimentListProps) {
  if (rows.length === 0)
    return (
      <Card>
        <EmptyState
          icon={Split}
          title="No experiments"
          actions={
            <>
              {mayEdit && (
                <ButtonLink href={`${base}/new-experiment`} tone="primary">
                  New experiment
                </ButtonLink>
              )}
              <ButtonLink href="/docs/api">API reference</ButtonLink>
            </>
          }
        >
          Give a share of your users another prompt, model or anything else, and see by their feedback whether
          it is better. Create an experiment with two arms, start it, and log each answer with its{" "}
          <code className="font-mono text-xs">experiment</code> and{" "}
          <code className="font-mono text-xs">variant</code>.
          {!mayEdit && " Owners, admins and editors can create one."}
        </EmptyState>
      </Card>
    );
  return (
    <Card flush>
      <DataTable
        caption="Experiments"
        rows={rows}
        rowKey={({ name }) => name}
        columns={[nameColumn(base), ...columns]}
      />
    </Card>
  );
}

const nameColumn = (base: string): Column<ExperimentRow> => ({
  head: "Experiment",
  rowHead: true,
  className: "max-w-64",
  sortBy: ({ name }) => name,
  cell: ({ name, arms }) => (
    <>
      <Link
        href={`${base}/experiments/${encodeURIComponent(name)}`}
        className="font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        {name}
      </Link>
      <span className="block text-faint text-xs">{arms.join(", ")}</span>
    </>
  ),
});

const columns: Column<ExperimentRow>[] = [
  {
    head: "State",
    sortBy: ({ state }) => state,
    cell: ({ state, duration }) => (
      <>
        <Badge tone={stateLabel[state].tone}>{stateLabel[state].words}</Badge>
        <span className="mt-0.5 block whitespace-nowrap text-faint text-xs">{duration}</span>
      </>
    ),
  },
  { head: "Primary metric", sortBy: ({ metric }) => metric, cell: ({ metric }) => metric },
  {
    head: "Users",
    numeric: true,
    sortBy: ({ users }) => users,
    cell: ({ users }) => (users === null ? NONE : formatCount(users)),
  },
  {
    head: "Difference from the control",
    numeric: true,
    cell: ({ difference, without }) =>
      difference ? (
        <>
          <span className="whitespace-nowrap font-medium">{difference.words}</span>
          <span className="block whitespace-nowrap text-faint text-xs">
            {difference.interval} · {difference.of}
          </span>
        </>
      ) : (
        <span className="whitespace-nowrap text-faint">{without}</span>
      ),
  },
];
