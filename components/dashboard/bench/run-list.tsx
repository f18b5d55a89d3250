import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { benchLink } from "./bench-link.ts";
import { costWords, inputWords, progressWords, type RunJson, stateWords } from "./run-words.ts";

interface RunListProps {
  runs: readonly RunJson[];
  /** The one that is shown. */
  shown: string;
  base: string;
  tz: string;
}

/** The runs of a prompt that are kept, newest first. */
export function RunList({ runs, shown, base, tz }: RunListProps) {
  const columns: Column<RunJson>[] = [
    {
      head: "Version",
      rowHead: true,
      cell: ({ template, version, run_id }) => (
        <Link
          href={benchLink(base, template, { run: run_id })}
          scroll={false}
          aria-current={run_id === shown ? "true" : undefined}
          className="inline-flex min-h-6 items-center wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink aria-[current]:text-accent"
        >
          {version}
        </Link>
      ),
    },
    {
      head: "Started",
      cell: ({ started_by, started_at }) => (
        <>
          <span className="wrap-anywhere block">{started_by}</span>
          <time dateTime={started_at} className="block whitespace-nowrap text-faint text-xs tabular-nums">
            {formatMoment(new Date(started_at), tz)}
          </time>
        </>
      ),
    },
    { head: "Inputs of", cell: ({ inputs }) => inputWords[inputs] },
    { head: "Model", cell: ({ model_name }) => <span className="wrap-anywhere">{model_name}</span> },
    { head: "State", cell: ({ state }) => stateWords[state] },
    {
      head: "Result",
      className: "min-w-56",
      cell: ({ progress }) => (
        <>
          <span className="block">{progressWords(progress)}</span>
          <span className="block text-faint text-xs">{costWords(progress)}</span>
        </>
      ),
    },
  ];
  return (
    <Card title="Runs" note="The last ten of this prompt." flush>
      <div className="border-line border-t">
        <DataTable caption="Runs" columns={columns} rows={runs} rowKey={({ run_id }) => run_id} />
      </div>
    </Card>
  );
}
