import type { Rate } from "#lib/domain/rate";
import type { Summary } from "#lib/evaluate/metrics/index";
import { amountChange, rateChange } from "../charts/prepare-change.ts";
import type { SearchParams } from "./address.ts";
import { keptAddress } from "./kept-address.ts";
import { RateValue } from "./rate-value.tsx";
import { baselineWords } from "./stat-baseline-words.ts";
import type { Courses } from "./stat-courses.ts";
import { StatTile } from "./stat-tile.tsx";
import { ThresholdTile } from "./threshold-tile.tsx";
import type { ThresholdCount } from "./threshold-words.ts";
import { costWords, countOf, countWords, durationWords, NONE } from "./words.ts";

interface StatRowProps {
  current: Summary;
  /** Null where the reader compares with nothing. */
  previous: Summary | null;
  /** The rate of the whole project before the window. */
  baseline: Rate;
  courses: Courses;
  /** Null where prompts are not told apart. */
  threshold: ThresholdCount | null;
  base: string;
  search: SearchParams;
}

/** The overview's figures, each against the window of the same length before, and the way to the picture of each. */
export function StatRow({ current, previous, baseline, courses, threshold, base, search }: StatRowProps) {
  const { positive, responseRate, latency, corrections, interactions, costMean } = current;
  const amount = (now: number | null, then: number | null | undefined, say: (amount: number) => string) =>
    previous && amountChange(now, then ?? null, say);
  const to = (path: string, more?: Record<string, string>) => keptAddress(`${base}${path}`, search, more);
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line lg:grid-cols-4">
      <StatTile
        label="Positive rate"
        href={to("/trends")}
        course={courses.positive_rate}
        change={previous && rateChange(positive, previous.positive)}
        className="col-span-2"
      >
        <PositiveFigure current={current} baseline={baseline} />
      </StatTile>
      <StatTile
        label="Response rate"
        href={to("/bias")}
        course={courses.response_rate}
        change={previous && rateChange(responseRate, previous.responseRate)}
      >
        <RateValue rate={responseRate} of="interactions" large />
      </StatTile>
      <StatTile
        label="Interactions"
        href={to("/trends", { metric: "interactions" })}
        course={courses.interactions}
        change={amount(interactions, previous?.interactions, countWords)}
      >
        <Figure>{countWords(interactions)}</Figure>
        <Under>{`${countWords(current.rated)} rated`}</Under>
      </StatTile>
      <StatTile
        label="Corrections"
        href={to("/corrections")}
        course={courses.corrections}
        change={amount(corrections, previous?.corrections, countWords)}
      >
        <Figure>{countWords(corrections)}</Figure>
        <Under>{countOf(current.comments, "comment")}</Under>
      </StatTile>
      <StatTile
        label="Latency, p95"
        href={to("/trends", { metric: "latency_p95" })}
        course={courses.latency_p95}
        change={amount(latency.p95, previous?.latency.p95, durationWords)}
      >
        <Figure>{durationWords(latency.p95)}</Figure>
        <Under>
          {latency.p95 === null
            ? "not measured"
            : `median ${durationWords(latency.p50)} · n = ${countWords(latency.n)}`}
        </Under>
      </StatTile>
      <StatTile
        label="Cost per answer"
        href={to("/trends", { metric: "cost" })}
        course={courses.cost}
        change={amount(costMean.value, previous?.costMean.value, costWords)}
      >
        <Figure>{costMean.value === null ? NONE : costWords(costMean.value)}</Figure>
        <Under>{costMean.value === null ? "not known" : `mean · n = ${countWords(costMean.n)}`}</Under>
      </StatTile>
      <ThresholdTile count={threshold} href={to("/prompts")} />
    </dl>
  );
}

/** The rate of the window, beside how it stands against the project's own baseline. */
function PositiveFigure({ current, baseline }: Pick<StatRowProps, "current" | "baseline">) {
  const own = baselineWords(current.positive, baseline);
  return (
    <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)] sm:pr-16">
      <div>
        <RateValue rate={current.positive} of="ratings" large />
        <Under>{`${countWords(current.thumbsUp)} up, ${countWords(current.thumbsDown)} down`}</Under>
      </div>
      <p className="text-xs tabular-nums sm:pt-1.5">
        {own.against && <span className="block text-soft">{own.against}</span>}
        <span className="block text-faint">{own.baseline}</span>
      </p>
    </div>
  );
}

const Figure = ({ children }: { children: string }) => (
  <span className="block font-semibold text-2xl tabular-nums tracking-tight">{children}</span>
);

const Under = ({ children }: { children: string }) => (
  <span className="wrap-anywhere mt-0.5 block text-faint text-xs tabular-nums">{children}</span>
);
