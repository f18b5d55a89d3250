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

/** The steps of the cycle: answers rated, feedback looked at and resolved, prompts changed, and how long each took. */
export function LoopTiles({ loop, before, reference, base, search }: LoopTilesProps) {
  const { answersRated, hoursToFix } = loop;
  const page = { base, search };
  const changes = changesOf(loop);
  const thumbsDownTile = (label: string, name: "negativeLookedAt" | "negativeResolved") => (
    <StatTile label={label} change={before && rateChange(loop[name], before[name], reference)}>
      <RateValue
        rate={loop[name]}
        of="thumbs down"
        large
        figure={listTarget(page, { rating: "down" }, loop[name].n)}
      />
    </StatTile>
  );
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 xl:grid-cols-4">
      <StatTile
        label="Answers rated"
        change={before && rateChange(answersRated, before.answersRated, reference)}
      >
        <RateValue rate={answersRated} of="answers" large figure={listTarget(page, {}, answersRated.n)} />
      </StatTile>
      {thumbsDownTile("Thumbs down looked at", "negativeLookedAt")}
      <HoursTile
        label="Thumbs down to first look, median"
        hours={loop.hoursToLook}
        before={before?.hoursToLook ?? null}
        reference={reference}
        under={leftOut(loop, loop.hoursToLook, "looked at", "nobody looked at a thumbs down")}
      />
      {thumbsDownTile("Thumbs down resolved", "negativeResolved")}
      <HoursTile
        label="Thumbs down to resolved, median"
        hours={loop.hoursToResolve}
        before={before?.hoursToResolve ?? null}
        reference={reference}
        under={leftOut(loop, loop.hoursToResolve, "resolved", "no thumbs down is resolved")}
      />
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
      <HoursTile
        label="First thumbs down to next version, median"
        hours={hoursToFix}
        before={before?.hoursToFix ?? null}
        reference={reference}
        under={
          hoursToFix.value === null
            ? "no version followed a thumbs down"
            : `n = ${formatCountOf(hoursToFix.n, "version")}`
        }
        // Seven tiles leave no gap.
        className="sm:col-span-2"
      />
    </dl>
  );
}

/** What a median is of, and what it leaves out. */
function leftOut({ all }: Loop, { value, n }: Loop["hoursToLook"], done: string, none: string): string {
  if (value === null) return none;
  const rest = Math.max(0, all.thumbsDown - n);
  return `n = ${formatCount(n)}${rest > 0 ? `; ${formatCount(rest)} not ${done} left out` : ""}`;
}

interface HoursTileProps {
  label: string;
  hours: Loop["hoursToLook"];
  before: Loop["hoursToLook"] | null;
  reference: ReferenceKind;
  under: string;
  className?: string;
}

/** A median of hours, with what it is of. */
function HoursTile({ label, hours, before, reference, under, className = "" }: HoursTileProps) {
  return (
    <StatTile
      label={label}
      className={className}
      change={before && amountChange(hours.value, before.value, formatHours, reference)}
    >
      <Figure>{hours.value === null ? NONE : formatHours(hours.value)}</Figure>
      <Under>{under}</Under>
    </StatTile>
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
