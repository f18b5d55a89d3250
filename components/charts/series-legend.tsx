"use client";

import { joinClasses } from "../ui/join-classes.ts";
import type { Series } from "./series-data.ts";
import { seriesLook } from "./series-looks.ts";

interface SeriesLegendProps {
  series: readonly Series[];
  hidden: ReadonlySet<string>;
  onChange: (hidden: ReadonlySet<string>) => void;
}

/** The names of the lines, each a switch that hides its line. The last one that is shown stays. */
export function SeriesLegend({ series, hidden, onChange }: SeriesLegendProps) {
  const toggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    if (next.size < series.length) onChange(next);
  };
  return (
    <ul className="mb-1 flex flex-wrap gap-x-1 gap-y-0.5" aria-label="Lines">
      {series.map(({ name }, index) => (
        <li key={name} className="min-w-0">
          <button
            type="button"
            aria-pressed={!hidden.has(name)}
            onClick={() => toggle(name)}
            className={joinClasses(
              "inline-flex max-w-56 items-center gap-1.5 rounded-md px-1.5 py-0.5 text-xs hover:bg-hover pointer-coarse:py-2",
              hidden.has(name) ? "text-faint line-through" : "text-soft",
            )}
          >
            <SeriesSwatch index={index} faded={hidden.has(name)} />
            <span className="truncate">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A short piece of a line as it is drawn. */
export function SeriesSwatch({ index, faded = false }: { index: number; faded?: boolean }) {
  const { colour, dashes } = seriesLook(index);
  return (
    <svg aria-hidden width="22" height="8" className={joinClasses("shrink-0", faded && "opacity-40")}>
      <line x1="0" x2="22" y1="4" y2="4" stroke={colour} strokeWidth="2.5" strokeDasharray={dashes} />
    </svg>
  );
}
