import type { Change } from "#components/charts/prepare-change.ts";
import { CountLink } from "#components/figures/count-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { ScoreRow } from "#lib/loop/read-scores.ts";
import type { SearchParams } from "../address.ts";
import { ChangeMark } from "../change-mark.tsx";
import { listTarget } from "../figure-population.ts";
import { percentWords } from "../words.ts";
import { headlineValue, scoreHeadline } from "./score-headline.ts";
import { scoreFigureRows } from "./score-rows.ts";
import { ScoreValue } from "./score-value.tsx";

interface ScoreCardProps {
  row: ScoreRow;
  /** Against what the reader compares with; null where that is nothing. */
  change: Change | null;
  base: string;
  search: SearchParams;
}

/** One score of a window: what it came to, its labels, and the same by feature, model and prompt version. */
export function ScoreCard({ row, change, base, search }: ScoreCardProps) {
  const { definition, target } = row;
  const valuesOf = (count: number, filters: Record<string, string> = {}, label?: string) =>
    listTarget({ base, search }, { filters, score: { name: definition.name, target, label } }, count);
  return (
    <Card
      title={definition.name}
      note={
        target === "session"
          ? "About whole sessions; each counts with the answer that its session had come to."
          : "About single answers."
      }
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ScoreValue headline={scoreHeadline(row, row.label)} figure={valuesOf(row.n)} inline />
        {row.label !== null && <span className="text-faint text-xs">share of “{row.label}”</span>}
        {change && <ChangeMark change={change} />}
        {!definition.confirmed && <Badge tone="warn">Learned, not confirmed</Badge>}
      </div>
      {row.labels.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {row.labels.map(({ label, share, count }) => (
            <li key={label}>
              {label}{" "}
              <span className="text-faint text-xs tabular-nums">
                {share.value === null ? "–" : percentWords(share.value)} ·{" "}
                <CountLink n={count} figure={valuesOf(count, {}, label)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4">
        <DataTable
          caption={`${definition.name} by feature, model and prompt version`}
          rowKey={({ key }) => key}
          rows={scoreFigureRows(row)}
          columns={[
            {
              head: "By",
              rowHead: true,
              className: "wrap-anywhere",
              cell: ({ by, name }) => (
                <>
                  {name}
                  <span className="block font-normal text-faint text-xs">{by}</span>
                </>
              ),
              sortBy: ({ by, name }) => `${by} ${name}`,
            },
            {
              head: row.label ?? "Score",
              numeric: true,
              cell: ({ figures, filters }) => (
                <ScoreValue
                  headline={scoreHeadline(figures, row.label)}
                  figure={valuesOf(figures.n, filters)}
                />
              ),
              sortBy: ({ figures }) => headlineValue(scoreHeadline(figures, row.label)),
            },
          ]}
        />
      </div>
    </Card>
  );
}
