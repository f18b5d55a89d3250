import type { ReactNode } from "react";
import { StatTile } from "#components/charts/stat-tile.tsx";
import { FigureLink } from "#components/figures/figure-link.tsx";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { amountChange, rateChange } from "#components/figures/prepare-change.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCost, formatCount, formatCountOf, formatDuration, NONE } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import type { TileSparklines } from "../trends/sparkline-values.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget, type Population } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import type { ThresholdCount } from "./threshold-text.ts";
import { ThresholdTile } from "./threshold-tile.tsx";

interface StatRowProps {
  current: Summary;
  /** The same of what the reader compares with; null where that is nothing. */
  before: Summary | null;
  reference: ReferenceKind;
  sparklines: TileSparklines;
  /** Null where the page does not group by prompt. */
  threshold: ThresholdCount | null;
  base: string;
  search: SearchParams;
}

/** The overview's figures, each against what the reader compares with, and the way to the picture of each. */
export function StatRow(props: StatRowProps) {
  const { current, before, reference, sparklines, threshold, base, search } = props;
  const { positive, responseRate, latency, corrections, interactions, costMean } = current;
  const amount = (now: number | null, then: number | null | undefined, say: (amount: number) => string) =>
    before && amountChange(now, then ?? null, say, reference);
  /** A number of things in 90 days says nothing of that in fewer. */
  const count = (now: number, then: number | undefined) =>
    reference === "previous" ? amount(now, then, formatCount) : null;
  const to = (path: string, more?: Record<string, string>) => linkWithFilters(`${base}${path}`, search, more);
  const at = (population: Population, number: number) => listTarget({ base, search }, population, number);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-4">
      <StatTile
        label="Positive rate"
        href={to("/trends")}
        course={sparklines.positive_rate}
        change={before && rateChange(positive, before.positive, reference, "higher")}
        className="col-span-2"
      >
        <RateValue rate={positive} of="thumbs" large figure={at({ rating: "thumbs" }, positive.n)} />
        <Under>
          <Counted
            figure={at({ rating: "up" }, current.thumbsUp)}
          >{`${formatCount(current.thumbsUp)} up`}</Counted>
          ,{" "}
          <Counted figure={at({ rating: "down" }, current.thumbsDown)}>
            {`${formatCount(current.thumbsDown)} down`}
          </Counted>
        </Under>
      </StatTile>
      <StatTile
        label="Response rate"
        href={to("/bias")}
        course={sparklines.response_rate}
        change={before && rateChange(responseRate, before.responseRate, reference)}
      >
        <RateValue rate={responseRate} of="interactions" large figure={at({}, responseRate.n)} />
      </StatTile>
      <StatTile
        label="Interactions"
        href={to("/trends", { metric: "interactions" })}
        course={sparklines.interactions}
        change={count(interactions, before?.interactions)}
      >
        <Figure>
          <Counted figure={at({}, interactions)}>{formatCount(interactions)}</Counted>
        </Figure>
        <Under>
          <Counted
            figure={at({ rating: "rated" }, current.rated)}
          >{`${formatCount(current.rated)} rated`}</Counted>
        </Under>
      </StatTile>
      <StatTile
        label="Corrections"
        href={to("/corrections")}
        course={sparklines.corrections}
        change={count(corrections, before?.corrections)}
      >
        <Figure>
          <Counted figure={at({ rating: "correction" }, corrections)}>{formatCount(corrections)}</Counted>
        </Figure>
        <Under>
          <Counted figure={at({ rating: "comment" }, current.comments)}>
            {formatCountOf(current.comments, "comment")}
          </Counted>
        </Under>
      </StatTile>
      <StatTile
        label="p95 latency"
        href={to("/trends", { metric: "latency_p95" })}
        course={sparklines.latency_p95}
        change={amount(latency.p95, before?.latency.p95, formatDuration)}
      >
        <Figure>{formatDuration(latency.p95)}</Figure>
        <Under>
          {latency.p95 === null ? (
            "no data"
          ) : (
            <>
              median {formatDuration(latency.p50)} ·{" "}
              <Counted figure={at({ has: "latency" }, latency.n)}>{`n = ${formatCount(latency.n)}`}</Counted>
            </>
          )}
        </Under>
      </StatTile>
      <StatTile
        label="Cost per answer"
        href={to("/trends", { metric: "cost" })}
        course={sparklines.cost}
        change={amount(costMean.value, before?.costMean.value, formatCost)}
      >
        <Figure>{costMean.value === null ? NONE : formatCost(costMean.value)}</Figure>
        <Under>
          {costMean.value === null ? (
            "no data"
          ) : (
            <>
              mean ·{" "}
              <Counted figure={at({ has: "cost" }, costMean.n)}>{`n = ${formatCount(costMean.n)}`}</Counted>
            </>
          )}
        </Under>
      </StatTile>
      <ThresholdTile count={threshold} href={to("/prompt-versions")} reference={reference} />
    </dl>
  );
}

/** A number that leads to what it counts; the rest of its tile leads to its picture. */
function Counted({ figure, children }: { figure: FigureTarget | undefined; children: string }) {
  if (!figure) return children;
  return (
    <FigureLink
      figure={figure}
      // As high as a finger needs: the rest of the tile leads elsewhere.
      className="relative z-1 inline-flex min-h-6 min-w-6 items-center underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {children}
    </FigureLink>
  );
}

const Figure = ({ children }: { children: ReactNode }) => (
  <span className="block font-semibold text-2xl tabular-nums tracking-tight">{children}</span>
);

const Under = ({ children }: { children: ReactNode }) => (
  <span className="wrap-anywhere mt-0.5 block text-faint text-xs tabular-nums">{children}</span>
);
