import { SquareStack } from "lucide-react";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCost, formatCount, formatCountOf, formatDuration, NONE } from "#components/format/numbers.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import type { Candidate } from "#lib/observe/shadows/index.ts";

interface CandidateTableProps {
  candidates: readonly Candidate[];
  base: string;
  /** Whether the reader may compare answers. */
  mayJudge: boolean;
}

/** The candidates of shadow answers beside what was shown for the same inputs, or how to log a first one. */
export function CandidateTable({ candidates, base, mayJudge }: CandidateTableProps) {
  if (candidates.length === 0)
    return (
      <Card>
        <EmptyState
          icon={SquareStack}
          title="No shadow answers"
          actions={<ButtonLink href="/docs/api">API reference</ButtonLink>}
        >
          Ask another model or prompt version the same question, and log its answer with{" "}
          <code className="font-mono text-xs">shadow_of</code> set to the ID of the interaction that was
          shown. Users never see it, and no metric counts it.
        </EmptyState>
      </Card>
    );
  return (
    <Card flush>
      <DataTable
        caption="Candidates of shadow answers"
        rows={candidates}
        rowKey={(one) => JSON.stringify(queryOf(one))}
        columns={mayJudge ? [...columns, compareColumn(base)] : columns}
      />
    </Card>
  );
}

const queryOf = ({ featureName, modelName, promptTemplate, promptVersion }: Candidate) => ({
  ...{ feature: featureName, model: modelName },
  ...{ prompt_template: promptTemplate, prompt_version: promptVersion },
});

/** The candidate's value, and under it the one of the answers that were shown. */
function Sides({
  own,
  shown,
  words,
}: {
  own: number | null;
  shown: number | null;
  words: (value: number) => string;
}) {
  if (own === null || shown === null) return <span className="text-faint">{NONE}</span>;
  return (
    <>
      <span className="font-medium">{words(own)}</span>
      <span className="block whitespace-nowrap text-faint text-xs">shown: {words(shown)}</span>
    </>
  );
}

const columns: Column<Candidate>[] = [
  {
    head: "Candidate",
    rowHead: true,
    className: "max-w-72",
    sortBy: ({ modelName }) => modelName,
    cell: ({ featureName, modelName, promptTemplate, promptVersion }) => (
      <>
        <span className="wrap-anywhere font-medium">{modelName}</span>
        <span className="wrap-anywhere block text-faint text-xs">
          {[promptTemplate && `${promptTemplate} ${promptVersion}`.trim(), featureName]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </>
    ),
  },
  {
    head: "Answers",
    numeric: true,
    sortBy: ({ answers }) => answers,
    cell: ({ answers, pairs }) => (
      <>
        {formatCount(answers)}
        <span className="block whitespace-nowrap text-faint text-xs">{formatCountOf(pairs, "pair")}</span>
      </>
    ),
  },
  {
    head: "Latency (median)",
    numeric: true,
    sortBy: ({ latencyMs }) => latencyMs,
    cell: ({ latencyMs, shownLatencyMs }) => (
      <Sides own={latencyMs} shown={shownLatencyMs} words={formatDuration} />
    ),
  },
  {
    head: "Cost (mean)",
    numeric: true,
    sortBy: ({ costUsd }) => costUsd,
    cell: ({ costUsd, shownCostUsd }) => <Sides own={costUsd} shown={shownCostUsd} words={formatCost} />,
  },
  {
    head: "Preferred by reviewers",
    numeric: true,
    sortBy: ({ share }) => share.value,
    cell: ({ share, ties }) => (
      <>
        <RateValue rate={share} of="comparisons" />
        {ties > 0 && <span className="block text-faint text-xs">{formatCountOf(ties, "tie")}</span>}
      </>
    ),
  },
];

const compareColumn = (base: string): Column<Candidate> => ({
  head: "Compare",
  cell: (one) =>
    one.pairs > 0 && (
      <ButtonLink size="small" href={`${base}/shadows/compare?${new URLSearchParams(queryOf(one))}`}>
        Compare blind
      </ButtonLink>
    ),
});
