import { Sparkles } from "lucide-react";
import { formatCount, formatDay, NONE } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import type { ImpactOutcome, Improvement } from "#lib/act/impact/index.ts";
import { clockIn } from "#lib/domain/calendar.ts";
import { improvementStateLabels, silentNotes, sourceWords } from "./impact-words.ts";

/** An improvement with what became of its notices. */
export interface ImprovementRow {
  improvement: Improvement;
  outcome: ImpactOutcome | null;
}

interface ImprovementListProps {
  rows: readonly ImprovementRow[];
  base: string;
  tz: string;
  mayEdit: boolean;
}

/** A project's improvements, or where they come from. */
export function ImprovementList({ rows, base, tz, mayEdit }: ImprovementListProps) {
  if (rows.length === 0)
    return (
      <Card>
        <EmptyState
          icon={Sparkles}
          title="No improvements yet"
          actions={mayEdit && <ButtonLink href={`${base}/impact/new`}>Write one by hand</ButtonLink>}
        >
          A draft appears here once a prompt version becomes production or a problem is fixed. Nobody is told
          until somebody writes its text and publishes it.
        </EmptyState>
      </Card>
    );
  return (
    <Card flush>
      <DataTable
        caption="Improvements"
        rows={rows}
        rowKey={({ improvement }) => improvement.improvementId}
        columns={[nameColumn(base), stateColumn, shippedColumn(tz), ...counts]}
      />
    </Card>
  );
}

const nameColumn = (base: string): Column<ImprovementRow> => ({
  head: "Improvement",
  rowHead: true,
  className: "max-w-72",
  sortBy: ({ improvement }) => improvement.name,
  cell: ({ improvement }) => (
    <>
      <Link
        href={`${base}/impact/${improvement.improvementId}`}
        className="wrap-anywhere font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        {improvement.name}
      </Link>
      <span className="wrap-anywhere block text-faint text-xs">{sourceWords(improvement)}</span>
    </>
  ),
});

const stateColumn: Column<ImprovementRow> = {
  head: "State",
  className: "max-w-56",
  sortBy: ({ improvement }) => improvement.state,
  cell: ({ improvement: { state, silent } }) => (
    <>
      <Badge tone={improvementStateLabels[state].tone}>{improvementStateLabels[state].words}</Badge>
      {silent !== null && state !== "withdrawn" && (
        <span className="mt-0.5 block text-pretty text-warn text-xs">{silentNotes[silent]}</span>
      )}
    </>
  ),
};

const shippedColumn = (tz: string): Column<ImprovementRow> => ({
  head: "Shipped",
  sortBy: ({ improvement }) => improvement.shippedAt.getTime(),
  cell: ({ improvement }) => (
    <span className="whitespace-nowrap">
      {formatDay(clockIn(tz, improvement.shippedAt).slice(0, 10), true)}
    </span>
  ),
});

const count = (head: string, of: (outcome: ImpactOutcome) => number): Column<ImprovementRow> => ({
  head,
  numeric: true,
  sortBy: ({ outcome }) => (outcome ? of(outcome) : null),
  cell: ({ outcome }) => (outcome ? formatCount(of(outcome)) : NONE),
});

const counts = [
  count("To tell", ({ toTell }) => toTell),
  count("Reached", ({ told }) => told),
  count("Read", ({ read }) => read),
];
