import Link from "next/link";
import { countOf, countWords, intervalWords, percentWords } from "../dashboard/words.ts";
import type { CategoryBar, CategoryView } from "./prepare-categories.ts";

interface CategoryChartProps {
  view: CategoryView;
  /** Where the interactions of a category are. */
  hrefOf: (category: string) => string;
}

/** Ranked bars of the share of thumbs-down, each with its interval and a way to its interactions. */
export function CategoryChart({ view, hrefOf }: CategoryChartProps) {
  return (
    <ol className="space-y-0.5">
      {view.bars.map((bar) => (
        <li key={bar.category}>
          <Link
            href={hrefOf(bar.category)}
            className="-mx-2 grid grid-cols-[5.5rem_minmax(3rem,1fr)_9.5rem] sm:grid-cols-[9rem_minmax(3rem,1fr)_11rem] items-center gap-3 rounded-md px-2 py-1.5 text-sm hover:bg-hover"
          >
            <span className="truncate text-ink" title={bar.category}>
              {bar.label}
            </span>
            <Track bar={bar} />
            <ShareWords bar={bar} />
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Track({ bar }: { bar: CategoryBar }) {
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

function ShareWords({ bar }: { bar: CategoryBar }) {
  const { row } = bar;
  return (
    <span className="min-w-28 text-right tabular-nums sm:justify-self-end">
      <span className="block text-ink">{countOf(row.count, "rating", "ratings")}</span>
      <span className="block text-2xs text-faint">{shareWords(bar)}</span>
    </span>
  );
}

function shareWords({ row, width }: CategoryBar): string {
  const { share } = row;
  if (width === null || share.value === null) return `${row.downCount} of ${share.n} down`;
  return `${percentWords(share.value)} of ${countWords(share.n)} (${intervalWords(share.low, share.high)})`;
}
