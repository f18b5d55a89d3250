import { StatTile } from "#components/charts/stat-tile.tsx";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatCountOf, formatInterval, formatPercent, NONE } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import { type ThresholdCount, thresholdChange } from "./threshold-text.ts";

interface ThresholdTileProps {
  count: ThresholdCount | null;
  href: string;
  reference: ReferenceKind;
}

/** How many prompt versions are liked too little, and the one that is liked least. */
export function ThresholdTile({ count, href, reference }: ThresholdTileProps) {
  return (
    <StatTile
      label={`Prompts below ${formatPercent(count?.threshold ?? 0.5).replace(".0", "")}`}
      href={href}
      change={count && thresholdChange(count, reference)}
    >
      <span className="block font-semibold text-2xl tabular-nums tracking-tight">
        {count && count.under.length > 0 ? (
          <FigureLink
            figure={{ href, count: count.under.length, unit: "prompt versions" }}
            className="relative z-1 underline decoration-line-strong underline-offset-3 hover:decoration-ink"
          >
            {count.under.length}
          </FigureLink>
        ) : count ? (
          0
        ) : (
          NONE
        )}
      </span>
      <Under count={count} />
    </StatTile>
  );
}

function Under({ count }: { count: ThresholdCount | null }) {
  const line = "mt-0.5 block text-faint text-xs tabular-nums";
  if (!count) return <span className={line}>too many answers to analyze</span>;
  const [worst] = count.under;
  if (!worst || worst.positive.value === null)
    return (
      <span
        className={line}
      >{`of ${formatCountOf(count.judged, "version")} with at least ${count.least} thumbs`}</span>
    );
  const { value, low, high, n } = worst.positive;
  return (
    <span
      className={line}
      title={`${worst.name}: 95% confidence interval ${formatInterval(low, high)}, n = ${n}`}
    >
      <span className="wrap-anywhere block">{`of ${count.judged}; lowest ${worst.name}`}</span>
      <span className="block">{`${formatPercent(value)} · ${formatInterval(low, high)} · n = ${n}`}</span>
    </span>
  );
}
