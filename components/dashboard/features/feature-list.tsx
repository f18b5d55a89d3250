import { IntervalPlot } from "#components/charts/interval-plot.tsx";
import { type IntervalScale, prepareIntervals } from "#components/charts/prepare-intervals.ts";
import { Sparkline } from "#components/charts/series/sparkline.tsx";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCount, formatInterval, formatPercent, NONE } from "#components/format/numbers.ts";
import { Link } from "#components/ui/link.tsx";
import type { BetaPrior } from "#lib/decide/statistics/index.ts";
import { RowLinks } from "../comparison/row-links.tsx";
import type { RowAddresses } from "../url/row-links.ts";
import { estimatedRate, type FeatureRank, usualRate } from "./feature-rank.ts";

interface FeatureListProps {
  rows: readonly FeatureRank[];
  prior: BetaPrior | null;
  /** Undefined for what no address can name. */
  linksOf: (
    row: FeatureRank,
  ) => (RowAddresses & { overview: string; choice: string; thumbs: FigureTarget | undefined }) | undefined;
}

/** The features by rank, each with its estimate, its positive rate and its sparkline. */
export function FeatureList({ rows, prior, linksOf }: FeatureListProps) {
  const scale = prepareIntervals(rows.map(estimatedRate), usualRate(prior));
  return (
    <div className="@container">
      <div aria-hidden className={`${columns} pb-1.5 text-faint text-xs @max-4xl:hidden`}>
        <span className="col-span-2">Feature</span>
        <span>Estimate</span>
        <span className="flex justify-between tabular-nums">
          <span>{percent(scale.low)}</span>
          <span>{percent(scale.high)}</span>
        </span>
        <span>Positive rate</span>
        <span>Over time</span>
      </div>
      <ol>
        {rows.map((row) => (
          <Feature key={row.key} row={row} scale={scale} links={linksOf(row)} />
        ))}
      </ol>
    </div>
  );
}

const columns =
  "grid grid-cols-[1rem_8.25rem_minmax(0,1fr)] gap-x-2 gap-y-1.5 @4xl:grid-cols-[1rem_minmax(9rem,1fr)_9.75rem_minmax(6rem,1.2fr)_9.75rem_7rem] @4xl:gap-x-5";

interface FeatureProps {
  row: FeatureRank;
  scale: IntervalScale;
  links: ReturnType<FeatureListProps["linksOf"]>;
}

function Feature({ row, scale, links }: FeatureProps) {
  return (
    <li className={`${columns} items-center border-line border-t py-2 text-sm`}>
      <span className="self-start pt-px text-faint tabular-nums">{row.rank ?? NONE}</span>
      <div className="min-w-0 @max-4xl:col-span-2">
        {links ? (
          <>
            <Link
              href={links.overview}
              className="inline-flex min-h-6 items-center wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
            >
              {row.name}
            </Link>
            <RowLinks name={row.name} answers={links.answers} trend={links.trend} choice={links.choice} />
          </>
        ) : (
          <span className="font-medium">{row.name}</span>
        )}
      </div>
      <div className="@max-4xl:col-span-2 @max-4xl:row-start-2">
        <span className="sr-only">Estimate: </span>
        <Estimate row={row} />
      </div>
      <div className="@max-4xl:row-start-2">
        <IntervalPlot scale={scale} rate={estimatedRate(row)} />
      </div>
      <div className="@max-4xl:col-span-2 @max-4xl:row-start-3">
        <span className="sr-only">Positive rate: </span>
        <RateValue rate={row.positive} of="thumbs" figure={links?.thumbs} />
      </div>
      <div className="@max-4xl:row-start-3 @max-4xl:justify-self-end">
        <Sparkline values={row.course} />
      </div>
    </li>
  );
}

function Estimate({ row: { shrunken } }: { row: FeatureRank }) {
  if (!shrunken) return <span className="text-faint">{NONE}</span>;
  return (
    <>
      <data value={shrunken.value} className="font-medium tabular-nums">
        {formatPercent(shrunken.value)}
      </data>
      <span className="block whitespace-nowrap text-faint text-xs tabular-nums">
        <span title="95% credible interval">
          <span className="sr-only">95% credible interval </span>
          {formatInterval(shrunken.low, shrunken.high)}
        </span>{" "}
        · n = {formatCount(shrunken.n)}
      </span>
    </>
  );
}

const percent = (share: number): string => formatPercent(share).replace(".0%", "%");
