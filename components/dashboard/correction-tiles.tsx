import type { Summary } from "#lib/evaluate/metrics/index";
import { amountChange, type Change } from "../charts/prepare-change.ts";
import { StatTile } from "./stat-tile.tsx";
import { countOf, countWords, NONE, percentWords, TOO_FEW } from "./words.ts";

/** What corrections came to, each figure against the window before where there is one to compare with. */
export function CorrectionTiles({ current, previous }: { current: Summary; previous: Summary | null }) {
  const { corrections, measured, interactions, editKeptMean: kept, editDistanceMean: distance } = current;
  const change = (now: number | null, before: (summary: Summary) => number | null, say = countWords) =>
    previous && amountChange(now, before(previous), say);
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
      <Tile
        label="Corrections"
        value={countWords(corrections)}
        under={`of ${countOf(interactions, "answer")}`}
        change={change(corrections, (summary) => summary.corrections)}
      />
      <Tile
        label="Kept of the answer, on average"
        value={said(kept.value, measured, percentWords)}
        under={`n = ${countOf(measured, "correction")}`}
        change={change(known(kept.value, measured), ({ editKeptMean }) => editKeptMean.value, percentWords)}
      />
      <Tile
        label="Words changed, on average"
        value={said(distance.value, measured, (words) => words.toFixed(1))}
        under={`n = ${countOf(measured, "correction")}`}
        change={change(known(distance.value, measured), ({ editDistanceMean }) => editDistanceMean.value)}
      />
    </dl>
  );
}

const known = (value: number | null, n: number): number | null => (n < TOO_FEW ? null : value);

function said(value: number | null, n: number, say: (value: number) => string): string {
  if (value === null) return NONE;
  return n < TOO_FEW ? "Too few to say" : say(value);
}

interface TileProps {
  label: string;
  value: string;
  under: string;
  change: Change | null;
}

function Tile({ label, value, under, change }: TileProps) {
  return (
    <StatTile label={label} change={change}>
      <span className="block font-semibold text-2xl tabular-nums tracking-tight">{value}</span>
      <span className="block text-faint text-xs tabular-nums">{under}</span>
    </StatTile>
  );
}
