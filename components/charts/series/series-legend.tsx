"use client";

import { joinClasses } from "#components/ui/join-classes.ts";
import { isBandOnly } from "./prepare-series.ts";
import type { Series } from "./series-data.ts";
import { SeriesSwatch } from "./series-swatch.tsx";

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
    <ul className="-mx-1.5 mb-1 flex flex-wrap gap-x-1 gap-y-0.5" aria-label="Lines">
      {series.map((line, index) => (
        <li key={line.name} className="min-w-0">
          <button
            type="button"
            title={line.name}
            aria-pressed={!hidden.has(line.name)}
            onClick={() => toggle(line.name)}
            className={joinClasses(
              "inline-flex min-h-6 max-w-40 items-center gap-1.5 rounded-md px-1.5 py-0.5 text-xs hover:bg-hover sm:max-w-64 pointer-coarse:py-2",
              hidden.has(line.name) ? "text-faint line-through" : "text-soft",
            )}
          >
            <SeriesSwatch index={index} band={isBandOnly(line)} faded={hidden.has(line.name)} />
            <span className="truncate">{line.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
