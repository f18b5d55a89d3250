import { ChangeMark } from "#components/figures/change-mark.tsx";
import { CountLink } from "#components/figures/count-link.tsx";
import type { Change } from "#components/figures/prepare-change.ts";
import { formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { DataTable } from "#components/ui/tables/data-table.tsx";
import type { ScoreRow } from "#lib/use-cases/read-scores.ts";
import type { ScoreFigures } from "#lib/use-cases/score-figures.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { formatPrompt } from "../url/prompt-names.ts";
import { headlineValue, scoreHeadline } from "./score-headline.ts";
import { ScoreValue } from "./score-value.tsx";

interface ScoreCardProps {
  row: ScoreRow;
  /** Against what the reader compares with; null where that is nothing. */
  change: Change | null;
  base: string;
  search: SearchParams;
}

/** One score: its value, its labels, and its values by feature, model and prompt version. */
export function ScoreCard({ row, change, base, search }: ScoreCardProps) {
  const { definition, target } = row;
  const valuesOf = (count: number, filters: Record<string, string> = {}, label?: string) =>
    listTarget({ base, search }, { filters, score: { name: definition.name, target, label } }, count);
  return (
    <Card
      title={definition.name}
      note={
        target === "session"
          ? "Values per session. Each counts toward the latest answer of its session at that time."
          : "Values per answer."
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
                {share.value === null ? "–" : formatPercent(share.value)} ·{" "}
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

/** One line of a score's table. */
interface ScoreFigureRow {
  key: string;
  by: "Feature" | "Model" | "Prompt version";
  name: string;
  /** What the list of its answers is narrowed down by. */
  filters: Record<string, string>;
  figures: ScoreFigures;
}

/** A score by feature, model and prompt version; what names none is left out, for no filter means it. */
function scoreFigureRows({ features, models, promptVersions }: ScoreRow): ScoreFigureRow[] {
  const row = (
    by: ScoreFigureRow["by"],
    name: string,
    filters: Record<string, string>,
    figures: ScoreFigures,
  ) => ({
    ...{ key: `${by} ${JSON.stringify(filters)}`, by, name, filters, figures },
  });
  return [
    ...features.map((of) => row("Feature", of.feature, { feature: of.feature }, of)),
    ...models.map((of) => row("Model", of.model, { model: of.model }, of)),
    ...promptVersions
      .filter(({ promptTemplate, promptVersion }) => promptTemplate !== "" && promptVersion !== "")
      .map((of) =>
        row(
          "Prompt version",
          formatPrompt(of),
          { prompt_template: of.promptTemplate, prompt_version: of.promptVersion },
          of,
        ),
      ),
  ];
}
