import type { Summary } from "#lib/evaluate/metrics/index";
import { amountChange, rateChange } from "../charts/prepare-change.ts";
import { RateValue } from "./rate-value.tsx";
import { StatTile } from "./stat-tile.tsx";
import { countOf, countWords, durationWords } from "./words.ts";

/** The overview's figures, each against the window of the same length before. */
export function StatRow({ current, previous }: { current: Summary; previous: Summary }) {
  const { positive, responseRate, latency, corrections, interactions } = current;
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 xl:grid-cols-6">
      <StatTile label="Positive rate" change={rateChange(positive, previous.positive)} className="col-span-2">
        <RateValue rate={positive} of="ratings" large />
        <span className="mt-0.5 block text-soft text-xs tabular-nums">
          {countWords(current.thumbsUp)} up, {countWords(current.thumbsDown)} down
        </span>
      </StatTile>
      <StatTile label="Response rate" change={rateChange(responseRate, previous.responseRate)}>
        <RateValue rate={responseRate} of="interactions" large />
      </StatTile>
      <StatTile label="Interactions" change={amountChange(interactions, previous.interactions, countWords)}>
        <Figure>{countWords(interactions)}</Figure>
        <Under>{`${countWords(current.rated)} rated`}</Under>
      </StatTile>
      <StatTile
        label="Latency, median"
        change={amountChange(latency.p50, previous.latency.p50, durationWords)}
      >
        <Figure>{durationWords(latency.p50)}</Figure>
        <Under>
          {latency.p95 === null ? "not measured" : `95th percentile ${durationWords(latency.p95)}`}
        </Under>
      </StatTile>
      <StatTile label="Edits" change={amountChange(corrections, previous.corrections, countWords)}>
        <Figure>{countWords(corrections)}</Figure>
        <Under>{countOf(current.comments, "comment")}</Under>
        {current.starMean.value !== null && (
          <Under>{`${current.starMean.value.toFixed(2)} stars, n = ${countWords(current.starMean.n)}`}</Under>
        )}
      </StatTile>
    </dl>
  );
}

const Figure = ({ children }: { children: string }) => (
  <span className="block font-semibold text-2xl tabular-nums tracking-tight">{children}</span>
);

const Under = ({ children }: { children: string }) => (
  <span className="block truncate text-faint text-xs tabular-nums">{children}</span>
);
