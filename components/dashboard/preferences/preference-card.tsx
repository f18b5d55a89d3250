import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { IntervalPlot } from "#components/charts/interval-plot.tsx";
import { prepareIntervals } from "#components/charts/prepare-intervals.ts";
import { countCell, rateCells, rateColumns } from "#components/charts/table-cells.ts";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCount, rateSentence, TOO_FEW } from "#components/format/numbers.ts";
import type { PairAsked, PairDimension, PreferenceShare } from "#lib/observe/preferences/index.ts";
import { DRAWN_MAX, DrawnRows } from "../comparison/drawn-rows.tsx";
import type { SearchParams } from "../url/address.ts";
import { formatPrompt } from "../url/prompt-names.ts";
import { pairsTarget } from "./pairs-address.ts";

interface PreferenceCardProps {
  by: PairDimension;
  rows: readonly PreferenceShare[];
  base: string;
  search: SearchParams;
}

const titles = { model: "Preference rate by model", prompt: "Preference rate by prompt version" } as const;

/** How often each maker's answers were preferred to others', each figure with the way to its pairs; nothing without any. */
export function PreferenceCard({ by, rows, base, search }: PreferenceCardProps) {
  if (rows.length === 0) return null;
  const scale = prepareIntervals(
    rows.map(({ share }) => share),
    EVEN,
  );
  const figureOf = ({ key }: PreferenceShare, outcome: PairAsked["outcome"], count: number) =>
    pairsTarget({ base, search }, { by, key, outcome }, count);
  const head = by === "model" ? "Model" : "Prompt version";
  return (
    <ChartFrame
      title={titles[by]}
      note={`How often answers were preferred when users compared two answers of different ${head.toLowerCase()}s, with 95% confidence interval. Ties are excluded. Dashed line: 50%.`}
      summary={rows
        .slice(0, DRAWN_MAX)
        .map((row) => `${nameOf(by, row)}: ${rateSentence(row.share, "comparisons")}`)
        .join(" ")}
      table={{
        columns: [
          { head, rowHead: true },
          ...rateColumns("Preference rate"),
          ...["Preferred", "Not preferred", "Ties"].map((each) => ({
            head: each,
            numeric: true,
          })),
        ],
        rows: rows.map((row) => [
          nameOf(by, row),
          ...rateCells(row.share),
          countCell(row.preferred, figureOf(row, "preferred", row.preferred)),
          countCell(row.rejected, figureOf(row, "rejected", row.rejected)),
          countCell(row.ties, figureOf(row, "tie", row.ties)),
        ]),
      }}
      fileName={`preferences-${by}`}
    >
      <div className="@container">
        <ol>
          {rows.slice(0, DRAWN_MAX).map((row) => (
            <li
              key={nameOf(by, row)}
              className="grid grid-cols-[9.75rem_minmax(0,1fr)] items-center gap-x-5 gap-y-1.5 border-line border-t py-2 text-sm first:border-t-0 @2xl:grid-cols-[minmax(9rem,1fr)_9.75rem_minmax(6rem,1.6fr)]"
            >
              <div className="min-w-0 @max-2xl:col-span-2">
                <p className="wrap-anywhere font-medium text-ink">{nameOf(by, row)}</p>
                <p className="flex flex-wrap gap-x-3 text-faint text-xs tabular-nums">
                  <Times
                    words="preferred"
                    count={row.preferred}
                    figure={figureOf(row, "preferred", row.preferred)}
                  />
                  <Times
                    words="not preferred"
                    count={row.rejected}
                    figure={figureOf(row, "rejected", row.rejected)}
                  />
                  <Times
                    words={row.ties === 1 ? "tie" : "ties"}
                    count={row.ties}
                    figure={figureOf(row, "tie", row.ties)}
                  />
                </p>
              </div>
              <div>
                <RateValue rate={row.share} of="comparisons" />
              </div>
              <IntervalPlot scale={scale} rate={row.share} />
            </li>
          ))}
        </ol>
        <DrawnRows total={rows.length} />
      </div>
    </ChartFrame>
  );
}

/** As often preferred as not, which is known without any comparison: a scale draws what is of enough. */
const EVEN = { value: 0.5, n: TOO_FEW, low: 0.5, high: 0.5 } as const;

const nameOf = (by: PairDimension, { key: [first = "", second = ""] }: PreferenceShare): string =>
  by === "model" ? first : formatPrompt({ promptTemplate: first || null, promptVersion: second || null });

function Times({
  words,
  count,
  figure,
}: {
  words: string;
  count: number;
  figure: ReturnType<typeof pairsTarget>;
}) {
  const text = `${formatCount(count)} ${words}`;
  if (!figure) return <span className="inline-flex min-h-6 items-center">{text}</span>;
  return (
    <FigureLink
      figure={figure}
      className="inline-flex min-h-6 items-center underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {text}
    </FigureLink>
  );
}
