import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { countCell } from "#components/charts/table-cells.ts";
import type { Cell, TableData } from "#components/charts/table-data.ts";
import { formatCountOf, formatPercent, NONE } from "#components/format/numbers.ts";
import { formatScoreNumber } from "#components/format/score-number.ts";
import { formatPoints, formatSigned } from "#components/format/signed.ts";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import type { ComparedScore, PlacedScore } from "#lib/use-cases/compare-scores.ts";
import { pointsInterval } from "../comparison/format-difference.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { scoreLabel } from "./score-choice.ts";
import { headlineValue, scoreHeadline } from "./score-headline.ts";
import { ScoreValue } from "./score-value.tsx";

/** A row of a comparison, and the filters that select it. */
export interface ScoredRow {
  name: string;
  filters: Record<string, string>;
}

interface ScoreTableProps {
  /** What the rows are: "Model". */
  of: string;
  rows: readonly ScoredRow[];
  /** Their scores, in the order of the rows. */
  scores: readonly ComparedScore[];
  /** What the differences are relative to; null where nothing is compared. */
  against: string | null;
  fileName: string;
  base: string;
  search: SearchParams;
}

/** How many scores are shown: those with the most values. */
const SHOWN = 6;

/** Scores side by side, a column each, with how each differs from the reference; nothing without scores. */
export function ScoreTable({ of, rows, scores, against, fileName, base, search }: ScoreTableProps) {
  if (scores.length === 0) return null;
  const shown = scores.slice(0, SHOWN);
  const placed = rows.map((row, index) => ({ ...row, index }));
  type Placed = (typeof placed)[number];
  const figureOf = ({ definition: { name }, target }: ComparedScore, { filters }: Placed, n: number) =>
    listTarget({ base, search }, { filters, score: { name, target } }, n);
  return (
    <ChartFrame
      title={`Scores by ${of.toLowerCase()}`}
      note={noteOf(scores.length, against)}
      summary={`${formatCountOf(shown.length, "score")} of ${formatCountOf(rows.length, of.toLowerCase())}: ${shown.map(headOf).join(", ")}.`}
      table={tableOf(of, placed, shown, figureOf)}
      fileName={fileName}
    >
      <div className="-mx-4 -mb-3">
        <DataTable
          caption={`Scores by ${of.toLowerCase()}`}
          rows={placed}
          rowKey={({ index }) => String(index)}
          columns={[
            {
              head: of,
              rowHead: true,
              className: "font-medium! min-w-28 max-w-48 wrap-anywhere",
              sortBy: ({ name }) => name,
              cell: ({ name }) => name,
            },
            ...shown.map(
              (score): Column<Placed> => ({
                head: headOf(score),
                numeric: true,
                className: "align-top!",
                sortBy: ({ index }) => {
                  const own = score.places[index];
                  return own ? headlineValue(scoreHeadline(own.figures, score.label)) : null;
                },
                cell: (row) => {
                  const own = score.places[row.index];
                  if (!own) return <span className="text-faint">{NONE}</span>;
                  return (
                    <>
                      <ScoreValue
                        headline={scoreHeadline(own.figures, score.label)}
                        figure={figureOf(score, row, own.figures.n)}
                      />
                      <Difference placed={own} isMean={score.definition.type === "number"} />
                    </>
                  );
                },
              }),
            ),
          ]}
        />
      </div>
    </ChartFrame>
  );
}

const headOf = ({ definition: { name }, target, label }: ComparedScore): string =>
  scoreLabel({ name, target, label: label ?? undefined });

function noteOf(scores: number, against: string | null): string {
  const what = "Means, or shares of true or of one label, with 95% confidence interval and n.";
  const compared = against === null ? "" : ` Differences are relative to ${against}.`;
  const more =
    scores > SHOWN ? ` Showing the ${SHOWN} scores with the most values; the Scores page lists all.` : "";
  return `${what}${compared}${more}`;
}

/** How a score differs from the reference's, pale where chance may explain it. */
function Difference({ placed: { difference }, isMean }: { placed: PlacedScore; isMean: boolean }) {
  if (!difference || difference.value === null) return null;
  const { value, low, high } = difference;
  const words = isMean
    ? `${formatSigned(value)} (${formatSigned(low)} to ${formatSigned(high)})`
    : `${formatPoints(value)} pts (${pointsInterval({ low, high })})`;
  return (
    <span
      title="Difference with 95% confidence interval"
      className={`block whitespace-nowrap text-xs tabular-nums ${low > 0 || high < 0 ? "text-ink" : "text-faint"}`}
    >
      <span className="sr-only">Difference </span>
      {words}
    </span>
  );
}

type FigureOf<Row> = (score: ComparedScore, row: Row, n: number) => ReturnType<typeof listTarget>;

/** Every number in a column of its own. */
function tableOf<Row extends ScoredRow & { index: number }>(
  of: string,
  rows: readonly Row[],
  scores: readonly ComparedScore[],
  figureOf: FigureOf<Row>,
): TableData {
  const parts = ["", ", low", ", high", ", n", ", difference"];
  return {
    columns: [
      { head: of, rowHead: true },
      ...scores.flatMap((score) => parts.map((part) => ({ head: `${headOf(score)}${part}`, numeric: true }))),
    ],
    rows: rows.map((row) => [row.name, ...scores.flatMap((score) => cellsOf(score, row, figureOf))]),
  };
}

function cellsOf<Row extends { index: number }>(
  score: ComparedScore,
  row: Row,
  figureOf: FigureOf<Row>,
): Cell[] {
  const own = score.places[row.index];
  if (!own) return [null, null, null, 0, null];
  const headline = scoreHeadline(own.figures, score.label);
  const { value, low, high } = headline.kind === "mean" ? headline.mean : headline.share;
  const say = headline.kind === "mean" ? formatScoreNumber : formatPercent;
  const told = (number: number | null): Cell =>
    number === null ? null : { text: say(number), value: number };
  const { n } = own.figures;
  const difference = own.difference?.value ?? null;
  return [
    ...[value, low, high].map(told),
    countCell(n, figureOf(score, row, n)),
    difference === null
      ? null
      : {
          text: headline.kind === "mean" ? formatSigned(difference) : formatPoints(difference),
          value: difference,
        },
  ];
}
