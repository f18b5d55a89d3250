import type { ScoreRow } from "#lib/loop/read-scores";
import { FigureLink } from "../../figures/figure-link.tsx";
import type { FigureTarget } from "../../figures/figure-target.ts";
import { Badge } from "../../ui/badge.tsx";
import { Card } from "../../ui/card.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { SearchParams } from "../address.ts";
import { listTarget } from "../figure-population.ts";
import { countOf, countWords, percentWords } from "../words.ts";
import { scoreFigureRows, scoreParam } from "./score-rows.ts";
import { ScoreValue } from "./score-value.tsx";

interface ScoreCardProps {
  row: ScoreRow;
  base: string;
  search: SearchParams;
}

/** One score of a window: what it came to, its labels, and the same by feature, model and prompt version. */
export function ScoreCard({ row, base, search }: ScoreCardProps) {
  const { definition, target } = row;
  const answersOf = (count: number, filters: Record<string, string> = {}, label?: string) => {
    const score = scoreParam({ name: definition.name, target, label });
    return listTarget({ base, search }, { filters: { ...filters, score } }, count);
  };
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
        <ScoreValue figures={row} />
        <AnswersLink figure={answersOf(row.answers)} />
        {!definition.confirmed && <Badge tone="warn">Learned, not confirmed</Badge>}
      </div>
      {row.labels.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {row.labels.map(({ label, share, count, answers }) => (
            <li key={label}>
              {label}{" "}
              <span className="text-faint text-xs tabular-nums">
                {share.value === null ? "–" : percentWords(share.value)} · n = {countWords(count)} ·{" "}
              </span>
              <AnswersLink figure={answersOf(answers, {}, label)} />
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
            { head: "By", cell: ({ by }) => by, sortBy: ({ by }) => by },
            { head: "Name", rowHead: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
            {
              head: "Score",
              numeric: true,
              cell: ({ figures }) => <ScoreValue figures={figures} />,
              sortBy: ({ figures }) => figures.mean?.value ?? figures.shareTrue?.value ?? null,
            },
            {
              head: "Answers",
              numeric: true,
              cell: ({ figures, filters }) => <AnswersLink figure={answersOf(figures.answers, filters)} />,
              sortBy: ({ figures }) => figures.answers,
            },
          ]}
        />
      </div>
    </Card>
  );
}

/** To the very answers that a figure counts. */
function AnswersLink({ figure }: { figure: FigureTarget | undefined }) {
  if (!figure) return <span className="text-faint text-xs">no answers</span>;
  return (
    <FigureLink
      figure={figure}
      className="whitespace-nowrap text-faint text-xs underline decoration-line-strong underline-offset-3"
    >
      {countOf(figure.count, "answer")}
    </FigureLink>
  );
}
