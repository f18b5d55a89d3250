import type { ReactNode } from "react";
import type { Rate } from "#lib/domain/rate.ts";
import { FigureLink } from "../figures/figure-link.tsx";
import { type FigureTarget, formatUnitCount } from "../figures/figure-target.ts";
import { formatCount, formatInterval, formatPercent } from "../format/numbers.ts";
import { prepareRanking, type RankedBar, type RankedRow } from "./prepare-ranking.ts";

interface RankedBarsProps {
  rows: readonly RankedRow[];
}

/** Ranked bars of shares, each with its interval and a way to what it counts. */
export function RankedBars({ rows }: RankedBarsProps) {
  return (
    <ol className="space-y-0.5">
      {prepareRanking(rows).bars.map((bar) => (
        <li key={bar.key}>
          <Way figure={bar.figure}>
            <span className="truncate text-ink" title={bar.label}>
              {bar.label}
            </span>
            <Track bar={bar} />
            <span className="min-w-28 text-right tabular-nums sm:justify-self-end">
              <span className="block text-ink">{formatUnitCount(bar.count, bar.unit ?? "ratings")}</span>
              <span className="block text-2xs text-faint">{shareWords(bar.share, bar.width !== null)}</span>
            </span>
          </Way>
        </li>
      ))}
    </ol>
  );
}

const lineClasses =
  "-mx-2 grid grid-cols-[5.5rem_minmax(3rem,1fr)_9.5rem] items-center gap-3 rounded-md px-2 py-1.5 text-sm sm:grid-cols-[9rem_minmax(3rem,1fr)_11rem]";

function Way({ figure, children }: { figure: FigureTarget | undefined; children: ReactNode }) {
  if (!figure) return <div className={lineClasses}>{children}</div>;
  return (
    <FigureLink figure={figure} className={`${lineClasses} hover:bg-hover`}>
      {children}
    </FigureLink>
  );
}

function Track({ bar }: { bar: RankedBar }) {
  return (
    <span aria-hidden className="relative block h-4">
      <span className="absolute inset-y-0 left-0 w-full rounded-xs bg-sunken" />
      {bar.width !== null && (
        <span
          className="absolute inset-y-0 left-0 rounded-xs bg-chart-bar-strong"
          style={{ width: `${bar.width}%` }}
        />
      )}
      {bar.whisker && (
        <span
          className="absolute top-1/2 h-2 -translate-y-1/2 border-ink/70 border-x"
          style={{ left: `${bar.whisker.from}%`, width: `${bar.whisker.to - bar.whisker.from}%` }}
        >
          <span className="absolute inset-x-0 top-1/2 h-px -translate-y-1/2 bg-ink/70" />
        </span>
      )}
    </span>
  );
}

function shareWords(share: Rate | null, telling: boolean): string {
  if (!share) return "no thumbs down";
  if (share.value === null) return "share not available";
  if (!telling) return `of ${formatCount(share.n)}: not enough data`;
  return `${formatPercent(share.value)} of ${formatCount(share.n)} (${formatInterval(share.low, share.high)})`;
}
