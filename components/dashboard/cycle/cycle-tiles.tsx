import type { ReactNode } from "react";
import { StatTile } from "#components/charts/stat-tile.tsx";
import { amountChange, rateChange } from "#components/figures/prepare-change.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatHours } from "#components/format/hours.ts";
import { formatCount, formatCountOf, NONE } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import type { Loop } from "#lib/use-cases/read-loop.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";

interface LoopTilesProps {
  loop: Loop;
  /** The same of what the reader compares with; null where that is nothing. */
  before: Loop | null;
  reference: ReferenceKind;
  base: string;
  search: SearchParams;
}

/** The four steps of the cycle: answers rated, feedback viewed, prompts changed, and how long that took. */
export function LoopTiles({ loop, before, reference, base, search }: LoopTilesProps) {
  const { answersRated, negativeLookedAt, hoursToFix } = loop;
  const page = { base, search };
  const changes = changesOf(loop);
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 xl:grid-cols-4">
      <StatTile
        label="Answers rated"
        change={before && rateChange(answersRated, before.answersRated, reference)}
      >
        <RateValue rate={answersRated} of="answers" large figure={listTarget(page, {}, answersRated.n)} />
      </StatTile>
      <StatTile
        label="Negative feedback viewed"
        change={before && rateChange(negativeLookedAt, before.negativeLookedAt, reference)}
      >
        <RateValue
          rate={negativeLookedAt}
          of="thumbs down"
          large
          figure={listTarget(page, { rating: "down" }, negativeLookedAt.n)}
        />
      </StatTile>
      <StatTile
        label="Prompt changes"
        // A number of things in 90 days says nothing of that in fewer.
        change={
          before && reference === "previous" ? amountChange(changes, changesOf(before), formatCount) : null
        }
      >
        <Figure>{formatCount(changes)}</Figure>
        <Under>versions that followed an earlier one</Under>
      </StatTile>
      <StatTile
        label="First thumbs down to next version, median"
        change={before && amountChange(hoursToFix.value, before.hoursToFix.value, formatHours, reference)}
      >
        <Figure>{hoursToFix.value === null ? NONE : formatHours(hoursToFix.value)}</Figure>
        <Under>
          {hoursToFix.value === null
            ? "no version followed a thumbs down"
            : `n = ${formatCountOf(hoursToFix.n, "version")}`}
        </Under>
      </StatTile>
    </dl>
  );
}

const changesOf = ({ promptChanges }: Loop): number =>
  promptChanges.reduce((sum, { changes }) => sum + changes, 0);

const Figure = ({ children }: { children: string }) => (
  <span className="block font-semibold text-2xl tabular-nums tracking-tight">{children}</span>
);

const Under = ({ children }: { children: ReactNode }) => (
  <span className="block text-faint text-xs tabular-nums">{children}</span>
);
