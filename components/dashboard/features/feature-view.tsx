import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { dayCell, valueCell } from "#components/charts/table-cells.ts";
import { Stack } from "#components/ui/stack.tsx";
import type { BetaPrior } from "#lib/decide/statistics/index.ts";
import { localDate } from "#lib/domain/calendar.ts";
import type { ComparedScore } from "#lib/use-cases/compare-scores.ts";
import { figureNumbers, type NumberColumn, positiveNumbers } from "../comparison/comparison-measures.tsx";
import { ComparisonTable } from "../comparison/comparison-table.tsx";
import { comparisonTable } from "../comparison/comparison-table-data.ts";
import { DRAWN_MAX, DrawnRows } from "../comparison/drawn-rows.tsx";
import { choicePath } from "../model-choice/choice-path.ts";
import { ScoreTable } from "../scores/score-table.tsx";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { rowLinks } from "../url/row-links.ts";
import { FeatureList } from "./feature-list.tsx";
import { type FeatureRank, formatPrior, rankSummary } from "./feature-rank.ts";

interface FeatureViewProps {
  rows: readonly FeatureRank[];
  /** In the order of the rows. */
  scores: readonly ComparedScore[];
  prior: BetaPrior | null;
  base: string;
  tz: string;
  search: SearchParams;
}

const estimateNumbers: NumberColumn<FeatureRank>[] = [
  { head: "Rank", cell: ({ rank }) => rank },
  { head: "Estimate", cell: ({ shrunken }) => valueCell(shrunken?.value, "percent") },
  { head: "Estimate, low", cell: ({ shrunken }) => valueCell(shrunken?.low, "percent") },
  { head: "Estimate, high", cell: ({ shrunken }) => valueCell(shrunken?.high, "percent") },
];

/** The features by rank, with their other metrics. */
export function FeatureView({ rows, scores, prior, base, tz, search }: FeatureViewProps) {
  const latest: NumberColumn<FeatureRank> = {
    head: "Latest answer",
    // The hour is all that the aggregates know of it.
    cell: ({ lastAt }) => (lastAt ? dayCell(localDate(tz, lastAt)) : null),
  };
  const numbers = [...estimateNumbers, ...positiveNumbers, ...figureNumbers(rows), latest];
  const hrefOf = ({ key }: FeatureRank) => linkWithFilters(base, search, { feature: key });
  return (
    <Stack>
      <ChartFrame
        title="Features by rank"
        note={formatPrior(prior)}
        summary={rankSummary(rows)}
        table={comparisonTable(
          [{ head: "Feature", cell: (row) => ({ text: row.name, value: row.name, href: hrefOf(row) }) }],
          numbers,
          rows,
        )}
        fileName="features"
      >
        <FeatureList
          rows={rows.slice(0, DRAWN_MAX)}
          prior={prior}
          linksOf={(row) => {
            const filters = { feature: row.key };
            const down = rowLinks({ base, search }, filters, row.interactions);
            const thumbs = listTarget({ base, search }, { filters, rating: "thumbs" }, row.positive.n);
            const choice = choicePath(base, row.key);
            return down && { overview: hrefOf(row), choice, thumbs, ...down };
          }}
        />
        <DrawnRows total={rows.length} />
      </ChartFrame>
      <ComparisonTable of="Feature" rows={rows} fileName="features-figures" />
      <ScoreTable
        of="Feature"
        rows={rows.map(({ key, name }) => ({ name, filters: { feature: key } }))}
        {...{ scores, base, search }}
        against={null}
        fileName="features-scores"
      />
    </Stack>
  );
}
