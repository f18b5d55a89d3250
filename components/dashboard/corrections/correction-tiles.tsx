import { StatTile } from "#components/charts/stat-tile.tsx";
import { FigureLink } from "#components/figures/figure-link.tsx";
import type { FigureTarget } from "#components/figures/figure-target.ts";
import { amountChange, type Change } from "#components/figures/prepare-change.ts";
import { formatCount, formatCountOf, formatPercent, NONE, TOO_FEW } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";

interface CorrectionTilesProps {
  current: Summary;
  /** The same of what the reader compares with; null where that is nothing. */
  before: Summary | null;
  reference: ReferenceKind;
  base: string;
  search: SearchParams;
}

/** The metrics of corrections, each with its change. */
export function CorrectionTiles({ current, before, reference, base, search }: CorrectionTilesProps) {
  const { corrections, measured, interactions, editKeptMean: kept, editDistanceMean: distance } = current;
  const change = (now: number | null, of: (summary: Summary) => number | null, say = formatCount) =>
    before && amountChange(now, of(before), say, reference);
  const figure = listTarget({ base, search }, { rating: "correction" }, corrections);
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
      <Tile
        label="Corrections"
        value={formatCount(corrections)}
        figure={figure}
        under={`of ${formatCountOf(interactions, "answer")}`}
        // A number of things in 90 days says nothing of that in fewer.
        change={reference === "previous" ? change(corrections, (summary) => summary.corrections) : null}
      />
      <Tile
        label="Share of the answer kept, mean"
        value={said(kept.value, measured, formatPercent)}
        under={`n = ${formatCountOf(measured, "correction")}`}
        change={change(known(kept.value, measured), ({ editKeptMean }) => editKeptMean.value, formatPercent)}
      />
      <Tile
        label="Words changed, mean"
        value={said(distance.value, measured, (words) => words.toFixed(1))}
        under={`n = ${formatCountOf(measured, "correction")}`}
        change={change(known(distance.value, measured), ({ editDistanceMean }) => editDistanceMean.value)}
      />
    </dl>
  );
}

const known = (value: number | null, n: number): number | null => (n < TOO_FEW ? null : value);

function said(value: number | null, n: number, say: (value: number) => string): string {
  if (value === null) return NONE;
  return n < TOO_FEW ? "Not enough data" : say(value);
}

interface TileProps {
  label: string;
  value: string;
  /** What the value counts. */
  figure?: FigureTarget | undefined;
  under: string;
  change: Change | null;
}

function Tile({ label, value, figure, under, change }: TileProps) {
  return (
    <StatTile label={label} change={change}>
      <span className="block font-semibold text-2xl tabular-nums tracking-tight">
        {figure ? (
          <FigureLink
            figure={figure}
            className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            {value}
          </FigureLink>
        ) : (
          value
        )}
      </span>
      <span className="block text-faint text-xs tabular-nums">{under}</span>
    </StatTile>
  );
}
