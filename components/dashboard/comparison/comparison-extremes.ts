import { formatDuration, formatPercent } from "#components/format/numbers.ts";
import { formatSmallCost } from "#components/format/small-cost.ts";
import type { NamedRow } from "./comparison-row.ts";

const told: { what: string; of: (row: NamedRow) => number | null; say: (value: number) => string }[] = [
  { what: "Response rate", of: ({ responseRate }) => responseRate.value, say: formatPercent },
  { what: "Stars", of: ({ starMean }) => starMean.value, say: (stars) => stars.toFixed(2) },
  { what: "Share kept in corrections", of: ({ editKeptMean }) => editKeptMean.value, say: formatPercent },
  { what: "Median latency", of: ({ latency }) => latency.p50, say: formatDuration },
  { what: "Cost per answer", of: ({ costMean }) => costMean.value, say: formatSmallCost },
];

/** The lowest and the highest values of some metrics, in words. */
export function formatExtremes(rows: readonly NamedRow[]): string {
  return told
    .map(({ what, of, say }) => {
      const known = rows
        .flatMap((row) => {
          const value = of(row);
          return value === null ? [] : [{ name: row.name, value }];
        })
        .toSorted((one, other) => one.value - other.value);
      const [lowest, highest] = [known[0], known.at(-1)];
      if (!lowest || !highest) return "";
      if (lowest.value === highest.value) return `${what}: ${say(lowest.value)}.`;
      return `${what} from ${say(lowest.value)} (${lowest.name}) to ${say(highest.value)} (${highest.name}).`;
    })
    .filter(Boolean)
    .join(" ");
}
